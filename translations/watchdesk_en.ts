<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en_US">
<context>
    <name>watchdesk::ui::ActionSheet</name>
    <message numerus="yes">
        <source>%1: %Ln target(s)?</source>
        <translation>
            <numerusform>%1: %Ln target?</numerusform>
            <numerusform>%1: %Ln targets?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… and the same for %Ln more</source>
        <translation>
            <numerusform>… and the same for %Ln more</numerusform>
            <numerusform>… and the same for %Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… and %Ln more</source>
        <translation>
            <numerusform>… and %Ln more</numerusform>
            <numerusform>… and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>watchdesk::ui::ChartPane</name>
    <message numerus="yes">
        <source>%Ln series</source>
        <translation>
            <numerusform>%Ln series</numerusform>
            <numerusform>%Ln series</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>watchdesk::ui::HuntView</name>
    <message numerus="yes">
        <source>%Ln table(s)</source>
        <translation>
            <numerusform>%Ln table</numerusform>
            <numerusform>%Ln tables</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No problems · %Ln column(s)</source>
        <translation>
            <numerusform>No problems · %Ln column</numerusform>
            <numerusform>No problems · %Ln columns</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln row</numerusform>
            <numerusform>%Ln rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln run(s)</source>
        <translation>
            <numerusform>%Ln run</numerusform>
            <numerusform>%Ln runs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln error(s)</source>
        <translation>
            <numerusform>%Ln error</numerusform>
            <numerusform>%Ln errors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln hint(s)</source>
        <translation>
            <numerusform>%Ln hint</numerusform>
            <numerusform>%Ln hints</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln column(s)</source>
        <translation>
            <numerusform>%Ln column</numerusform>
            <numerusform>%Ln columns</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) so far …</source>
        <translation>
            <numerusform>%Ln row so far …</numerusform>
            <numerusform>%Ln rows so far …</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>watchdesk::ui::InspectorFeed</name>
    <message numerus="yes">
        <source>%1 (%Ln open alert(s))</source>
        <translation>
            <numerusform>%1 (%Ln open alert)</numerusform>
            <numerusform>%1 (%Ln open alerts)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>watchdesk::ui::MainWindow</name>
    <message numerus="yes">
        <source>Loading %1 · %Ln row(s)</source>
        <translation>
            <numerusform>Loading %1 · %Ln row</numerusform>
            <numerusform>Loading %1 · %Ln rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The chain is intact: %Ln record(s).</source>
        <translation>
            <numerusform>The chain is intact: %Ln record.</numerusform>
            <numerusform>The chain is intact: %Ln records.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %Ln s left</source>
        <translation>
            <numerusform>about %Ln s left</numerusform>
            <numerusform>about %Ln s left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>watchdesk::ui::ProcessOutline</name>
    <message numerus="yes">
        <source>%Ln external alert(s)</source>
        <translation>
            <numerusform>%Ln external alert</numerusform>
            <numerusform>%Ln external alerts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>watchdesk::ui::QueryList</name>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln row</numerusform>
            <numerusform>%Ln rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>watchdesk::ui::QueryTabs</name>
    <message numerus="yes">
        <source>There are %n queries open already.</source>
        <translation>
            <numerusform>There is %n query open already.</numerusform>
            <numerusform>There are %n queries open already.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>watchdesk::ui::ResultActions</name>
    <message numerus="yes">
        <source>%Ln device(s)</source>
        <translation>
            <numerusform>%Ln device</numerusform>
            <numerusform>%Ln devices</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln alert(s)</source>
        <translation>
            <numerusform>%Ln alert</numerusform>
            <numerusform>%Ln alerts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… and %Ln more</source>
        <translation>
            <numerusform>… and %Ln more</numerusform>
            <numerusform>… and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>watchdesk::ui::RunningActions</name>
    <message numerus="yes">
        <source>%Ln action(s) running</source>
        <translation>
            <numerusform>%Ln action running</numerusform>
            <numerusform>%Ln actions running</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>watchdesk::ui::TimelineView</name>
    <message numerus="yes">
        <source>%Ln event(s)</source>
        <translation>
            <numerusform>%Ln event</numerusform>
            <numerusform>%Ln events</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>watchdesk::ui::TrendPane</name>
    <message numerus="yes">
        <source>%Ln value(s) kept</source>
        <translation>
            <numerusform>%Ln value kept</numerusform>
            <numerusform>%Ln values kept</numerusform>
        </translation>
    </message>
</context>
</TS>
