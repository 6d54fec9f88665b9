<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
    <context>
        <name>Asker</name>
        <message numerus="yes">
            <source>%n of these items are published.</source>
            <translation>
                <numerusform>%n of these items is published.</numerusform>
                <numerusform>%n of these items are published.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ClusterPanel</name>
        <message numerus="yes">
            <source>%n worker(s)</source>
            <translation>
                <numerusform>%n worker</numerusform>
                <numerusform>%n workers</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n thread(s) in all</source>
            <translation>
                <numerusform>%n thread in all</numerusform>
                <numerusform>%n threads in all</numerusform>
            </translation>
        </message>
    </context>
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
        <name>Days</name>
        <message numerus="yes">
            <source>%n day(s) late</source>
            <translation>
                <numerusform>%n day late</numerusform>
                <numerusform>%n days late</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>DifferenceView</name>
        <message numerus="yes">
            <source>%n the same</source>
            <translation>
                <numerusform>%n the same</numerusform>
                <numerusform>%n the same</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n published item(s) would get another date: %1</source>
            <translation>
                <numerusform>%n published item would get another date: %1</numerusform>
                <numerusform>%n published items would get another date: %1</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ExportDialog</name>
        <message numerus="yes">
            <source>Export %n item(s)…</source>
            <translation>
                <numerusform>Export %n item…</numerusform>
                <numerusform>Export %n items…</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Exported %n item(s) to %1</source>
            <translation>
                <numerusform>Exported %n item to %1</numerusform>
                <numerusform>Exported %n items to %1</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ImportDialog</name>
        <message numerus="yes">
            <source>%n new</source>
            <translation>
                <numerusform>%n new</numerusform>
                <numerusform>%n new</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n change(s)</source>
            <translation>
                <numerusform>%n change</numerusform>
                <numerusform>%n changes</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n new item(s)</source>
            <translation>
                <numerusform>%n new item</numerusform>
                <numerusform>%n new items</numerusform>
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
        <name>ListBar</name>
        <message numerus="yes">
            <source>%n chosen, for all of them:</source>
            <translation>
                <numerusform>%n chosen:</numerusform>
                <numerusform>%n chosen, for all of them:</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ModelsPanel</name>
        <message numerus="yes">
            <source>Show %n more</source>
            <translation>
                <numerusform>Show %n more</numerusform>
                <numerusform>Show %n more</numerusform>
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
        <name>NewModel</name>
        <message numerus="yes">
            <source>%n date(s)</source>
            <translation>
                <numerusform>%n date</numerusform>
                <numerusform>%n dates</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Opening</name>
        <message numerus="yes">
            <source>%n item(s) are the same in the plan.</source>
            <translation>
                <numerusform>%n item is the same in the plan.</numerusform>
                <numerusform>%n items are the same in the plan.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n item(s) of the plan are not in it, and stay as they are.</source>
            <translation>
                <numerusform>%n item of the plan is not in it, and stays as it is.</numerusform>
                <numerusform>%n items of the plan are not in it, and stay as they are.</numerusform>
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
        <name>Plan</name>
        <message numerus="yes">
            <source>Removed %n items</source>
            <translation>
                <numerusform>Removed %n item</numerusform>
                <numerusform>Removed %n items</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ProblemPage</name>
        <message numerus="yes">
            <source>%n backup(s) were looked at, and none is whole.</source>
            <translation>
                <numerusform>%n backup was looked at, and it is not whole.</numerusform>
                <numerusform>%n backups were looked at, and none is whole.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ProfilesPanel</name>
        <message numerus="yes">
            <source>%n frame(s) between</source>
            <translation>
                <numerusform>%n frame between</numerusform>
                <numerusform>%n frames between</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Queue</name>
        <message numerus="yes">
            <source>%n need(s) a look.</source>
            <translation>
                <numerusform>%n needs a look.</numerusform>
                <numerusform>%n need a look.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n note(s)</source>
            <translation>
                <numerusform>%n note</numerusform>
                <numerusform>%n notes</numerusform>
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
        <name>QueueHead</name>
        <message numerus="yes">
            <source>Watching %n folder(s)</source>
            <translation>
                <numerusform>Watching %n folder</numerusform>
                <numerusform>Watching %n folders</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>QueueWork</name>
        <message numerus="yes">
            <source>%n recording(s) still wait for subtitles.</source>
            <translation>
                <numerusform>%n recording still waits for subtitles.</numerusform>
                <numerusform>%n recordings still wait for subtitles.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Subtitles for %n recording(s)</source>
            <translation>
                <numerusform>Subtitles for %n recording</numerusform>
                <numerusform>Subtitles for %n recordings</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n other(s) could not be taken either</source>
            <translation>
                <numerusform>%n other could not be taken either</numerusform>
                <numerusform>%n others could not be taken either</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n recording(s) added to the queue.</source>
            <translation>
                <numerusform>%n recording added to the queue.</numerusform>
                <numerusform>%n recordings added to the queue.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n recording(s) taken out of the queue; their files stay.</source>
            <translation>
                <numerusform>%n recording taken out of the queue; its files stay.</numerusform>
                <numerusform>%n recordings taken out of the queue; their files stay.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Reading</name>
        <message numerus="yes">
            <source>%n cue(s)</source>
            <translation>
                <numerusform>%n cue</numerusform>
                <numerusform>%n cues</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ReportDialog</name>
        <message numerus="yes">
            <source>%n thing(s) to look at</source>
            <translation>
                <numerusform>%n thing to look at</numerusform>
                <numerusform>%n things to look at</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ReportPane</name>
        <message numerus="yes">
            <source>%n thing(s) to look at</source>
            <translation>
                <numerusform>%n thing to look at</numerusform>
                <numerusform>%n things to look at</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n recordings chosen</source>
            <translation>
                <numerusform>%n recording chosen</numerusform>
                <numerusform>%n recordings chosen</numerusform>
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
        <name>SubtitlesPage</name>
        <message numerus="yes">
            <source>%n file(s) left out: not a recording.</source>
            <translation>
                <numerusform>%n file left out: not a recording.</numerusform>
                <numerusform>%n files left out: not a recording.</numerusform>
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
    <context>
        <name>Understood</name>
        <message numerus="yes">
            <source>%n item(s) of the plan are not in it, and stay as they are.</source>
            <translation>
                <numerusform>%n item of the plan is not in it, and stays as it is.</numerusform>
                <numerusform>%n items of the plan are not in it, and stay as they are.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>WeekView</name>
        <message numerus="yes">
            <source>+%n more</source>
            <translation>
                <numerusform>+%n more</numerusform>
                <numerusform>+%n more</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Words</name>
        <message numerus="yes">
            <source>%n item(s)</source>
            <translation>
                <numerusform>%n item</numerusform>
                <numerusform>%n items</numerusform>
            </translation>
        </message>
    </context>
</TS>
