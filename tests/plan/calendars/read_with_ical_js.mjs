// Prints every occurrence of a calendar up to a day as ical.js sees it: node read_with_ical_js.mjs ICAL.JS FILE LAST
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [, , library, file, last] = process.argv;
const module = await import(pathToFileURL(library).href);
const ICAL = module.default ?? module;
const calendar = new ICAL.Component(ICAL.parse(readFileSync(file, "utf-8")));
for (const zone of calendar.getAllSubcomponents("vtimezone")) {
  ICAL.TimezoneService.register(new ICAL.Timezone(zone));
}

const moment = (time) => (time.isDate ? time.toString() : time.toJSDate().toISOString());
const told = (uid, summary, start, end) => ({ uid, summary, start: moment(start), end: moment(end) });
const found = [];
const masters = new Map();
const exceptions = [];
for (const component of calendar.getAllSubcomponents("vevent")) {
  // Left alone, an event takes every exception of the file for its own, whatever their UID.
  const event = new ICAL.Event(component, { exceptions: [] });
  if (event.isRecurrenceException()) exceptions.push(event);
  else masters.set(event.uid, event);
}
for (const event of exceptions) masters.get(event.uid)?.relateException(event);
const until = ICAL.Time.fromString(`${last}T23:59:59`);
for (const event of masters.values()) {
  if (!event.isRecurring()) {
    found.push(told(event.uid, event.summary, event.startDate, event.endDate));
    continue;
  }
  const steps = event.iterator();
  for (let next = steps.next(); next && next.compare(until) <= 0; next = steps.next()) {
    const one = event.getOccurrenceDetails(next);
    found.push(told(event.uid, one.item.summary, one.startDate, one.endDate));
  }
}
console.log(JSON.stringify(found));
