<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
    <context>
        <name>DayDelegate</name>
        <message numerus="yes">
            <source>+%n more</source>
            <translation>
                <numerusform>+%n more</numerusform>
                <numerusform>+%n more</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Inspector</name>
        <message numerus="yes">
            <source>Produce %n step(s)</source>
            <translation>
                <numerusform>Produce %n step</numerusform>
                <numerusform>Produce %n steps</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>MonthModel</name>
        <message numerus="yes">
            <source>%n item(s)</source>
            <translation>
                <numerusform>%n item</numerusform>
                <numerusform>%n items</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>PagesView</name>
        <message numerus="yes">
            <source>and %n more slide(s)</source>
            <translation>
                <numerusform>and %n more slide</numerusform>
                <numerusform>and %n more slides</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>QueueCard</name>
        <message numerus="yes">
            <source>%n need(s) a look</source>
            <translation>
                <numerusform>%n needs a look</numerusform>
                <numerusform>%n need a look</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n waiting</source>
            <translation>
                <numerusform>%n waiting</numerusform>
                <numerusform>%n waiting</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ScriptView</name>
        <message numerus="yes">
            <source>Show all %n section(s)</source>
            <translation>
                <numerusform>Show all of it</numerusform>
                <numerusform>Show all %n sections</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>TableView</name>
        <message numerus="yes">
            <source>and %n more</source>
            <translation>
                <numerusform>and %n more</numerusform>
                <numerusform>and %n more</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Tray</name>
        <message numerus="yes">
            <source>%n more idea(s)</source>
            <translation>
                <numerusform>%n more idea</numerusform>
                <numerusform>%n more ideas</numerusform>
            </translation>
        </message>
    </context>
</TS>
