<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE">
<context>
    <name>Intake</name>
    <message>
        <source>Cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a binary Windows event log (EVTX); export it as JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a packet capture; let Zeek or Suricata read it first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a binary file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not in any format that is read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not a JSON object</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no event_type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an alert without a readable timestamp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>text after the end of the JSON value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not valid JSON: %1 (byte %2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nested too deeply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>too many values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it ends too early</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a name in quotes is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a colon is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a comma or closing bracket is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a control character within a string</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a string without end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an unknown escape within a string</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a value is missing or no number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no readable ts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a record before the #fields line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 fields instead of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>standard input cannot be read: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Windows event logs and Sysmon as JSON: flat, NXLog, Event.System, workspace rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suricata EVE JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zeek logs as JSON, one log or all in one stream</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zeek logs as text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No such format: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be opened: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the gzip data is damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the gzip data is cut off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the gzip data unpacks to an absurd size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the record is longer than %1 MB</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Lab</name>
    <message>
        <source>A detection has no “%1” in its header.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is neither a scenario nor a folder. There is: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A lab has at most %L1 devices and %2 days.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The lab&apos;s content cannot be written to “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no descriptor of “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The store has no table %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot write “%1”: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A stage is set on a device that does not exist.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list of programs is no JSON object: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no folder or file “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder “%1” holds no files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing in “%1” is an event log or a sensor log that can be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step %1 of a script does nothing that is known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The lab&apos;s file “%1” is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The lab&apos;s file “%1” is no JSON: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Story</name>
    <message>
        <source>%1 s apart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min apart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h apart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>same flow %1 → %2, %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>same remote end %1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>same file hash (%1), %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Defender alert on the same process: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Defender alert on a process that started this one: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Defender alert on a process that this one started: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Defender alert of the device names %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was the device&apos;s address, seen %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>same host name %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>same file hash on the device (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is held of process %1 on this device</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>defender</name>
    <message>
        <source>There is no resource &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no id.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is of the wrong type.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 must be one of %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 takes no &quot;%2&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service&apos;s answer is no JSON object.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be expanded by &quot;%2&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has no target.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no action &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The descriptor is no JSON object: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The descriptor is wrong: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record %1: &quot;%2&quot; is no %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record %1 is no object.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record %1 has no %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service&apos;s answer to the hunting query makes no sense: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has no schema</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>column &quot;%1&quot; of type &quot;%2&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has no results</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kql</name>
    <message>
        <source>This arithmetic is not supported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The operator &apos;%1&apos; is not defined for the operand types %2 and %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decimal arithmetic is not supported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arithmetic on two dynamic values is not supported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The operator &apos;%1&apos; is not defined for the operand type %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for %1 among %2 is not supported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A value of type %1 expected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Several names for one value are not supported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A column with the name &apos;%1&apos; is already declared.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Functions of clusters and databases are not supported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The element access operator [] is not allowed in this context.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Column rename assignment expected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The order %1 is not supported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The value of type &apos;%1&apos; is not allowed in this context.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The incomplete fragment is unexpected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The literal cannot be read as its type.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The function &apos;%1&apos; expects names and values in turn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The operator %1 is not supported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The fuzzy name &apos;%1&apos; does not refer to any known or currently accessible table.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not a schema: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a table has no name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>column “%1” of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no “tables”</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lab</name>
    <message>
        <source>The lab tenant cannot listen on port %1 of 127.0.0.1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>Unknown view &apos;%1&apos;: %2.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>net</name>
    <message>
        <source>The connection was closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not the tenant&apos;s service: nothing is sent there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Such an action is already in progress on this device.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service does not accept the sign-in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The app has no permission for this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service does not know it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service&apos;s quota is used up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service points to another address, which is not followed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service failed (HTTP %1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service refused the request (HTTP %1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 It says: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The client secret is wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The client secret has expired: make a new one for the app.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tenant does not know this app: check the client id.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such tenant: check the tenant id.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A conditional access policy forbids the sign-in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tenant does not offer this API to the app: check its consent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sign-in was refused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sign-in service failed (HTTP %1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no address of a service.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without TLS (https) only this computer is called, not &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service&apos;s list makes no sense: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is no JSON object</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has no &quot;value&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its next link is no text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is too long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it does not end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list goes on at another address (%1): it is not followed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it goes round in circles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 sent more than is taken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 takes no connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no host %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No safe connection to %1: its certificate is not accepted. %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 does not answer in time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection to %1 was lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keychain holds no secret for this profile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keychain cannot be used: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No secret was entered for this profile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sign-in service&apos;s answer holds no token.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>response</name>
    <message>
        <source>%1 The request was sent once; whether the service carries it out is not known. Look at the device&apos;s actions before trying again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The session was closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The audit log is not sound (%1), so nothing is added to it. Keep it as evidence and move it away together with its head file to begin a new one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The audit log is in use by another program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its records are gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its end is not the one it had</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The step is too large for the audit log.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no folder for the audit log: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The audit log cannot be used: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its last line is cut off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the line is too long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the line is no JSON object</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the record is not written the way this log writes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the record does not match its hash: it was changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The audit log&apos;s head file cannot be read: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the head file beside the log is not readable as one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The audit log&apos;s head file cannot be written: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the line is cut off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the record&apos;s number is %1 and should be %2: records are missing or out of order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the record does not follow the one before it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the record is not the one that the head file names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the head file beside the log is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the log ends here, but %1 records were written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>records were added by something that does not keep the head file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The audit log cannot be read: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The action is known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no device action &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A comment is required.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The comment is too long (%1 characters at most).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a comment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The device is known: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The store holds no device &quot;%1&quot;: load the tenant first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 days ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not known when the device was last seen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Device seen %1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its sensor reports.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its sensor&apos;s health is not known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its sensor&apos;s health is %1: the service keeps trying for three days and then gives up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The device is managed by the service.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not known whether the device is onboarded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The device is not onboarded (%1): the service cannot reach it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A server, and by its name or tags a domain controller: others depend on it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A server (%1): others may depend on it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not known whether this is a server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Workstation, not a server or domain controller</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>device value High</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No tag says that it is critical</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marked as critical: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody is known to be logged on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logged on: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The device is isolated since %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The device is not isolated: released %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No isolation of the device is on record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is %2 on this device since %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is %2 on this device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No conflicting action pending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Containing an unmanaged device is not offered yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Selective isolation is for Windows 10 and 11 only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Supports %1 isolation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An action on this device is under way already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service&apos;s answer does not describe an action.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The device gets all its connections back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Selective isolation cuts every connection but Defender&apos;s own, Outlook, Teams and Skype.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full isolation cuts every connection but Defender&apos;s own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>System</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sensor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Risk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logged on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing takes this back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Isolate the device again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Release the device from isolation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Release %1?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Isolate %1?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>watchdesk::ctl</name>
    <message>
        <source>The tenant has no device “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is the name of several devices; use an id.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do it on %1 devices?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name an action and at least one device.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An action needs a reason: --comment TEXT.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no action “%1”: use isolate or release.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody can be asked here: say --yes, or --dry-run to see what would be done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why; goes to the service and into the audit log.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full or Selective isolation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows the sheet and sends nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Does not ask.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waits for the final state.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no tenant to act on: use --lab, --profile or --url, not read-only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A response action on devices, by id or name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This profile&apos;s log.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name one file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no audit log %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checks an audit log&apos;s chain and names the first bad record.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many rows; 200,000 unless told.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are the benchmarks hunt and store.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program&apos;s own benchmarks: figures as JSON.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unexpected: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finds device, alert and process for each external alert: a line of JSON for each.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This line is no {&quot;id&quot;,&quot;query&quot;}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no engine “%1”: use local or defender.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine “defender” needs a tenant: --lab, --profile or --url.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--timeout takes a time like 30s or 5m.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--now takes a time like 2024-05-01T12:00:00Z.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give one query, or -f FILE, or --batch FILE.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reads the query from a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reads {&quot;id&quot;,&quot;query&quot;} a line and answers a line for each.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At most so many rows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gives up after this time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>local (the held data) or defender (the service).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What now() means.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs a KQL query and prints its rows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The format, where the content does not tell.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name at least one file or folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no format “%1”: see intake formats.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes files in: a line of JSON a file, refused records to standard error.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every format it reads.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tables to check against, as JSON.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name at least one file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tables to compile against, as JSON.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kql %1 is not offered by this version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checks queries: a line of JSON for each. A .jsonl file holds {&quot;id&quot;,&quot;query&quot;} a line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prints the DuckDB SQL that a query compiles to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Completions at a place (not in this version).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The formatted query (not in this version).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0 is any free one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A built-in name or a folder of telemetry.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many devices a built-in scenario has.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many days it covers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What its chance depends on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With the documented calls a minute and an hour.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A lab tenant&apos;s server: a line of JSON when ready; runs until interrupted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As above a grid: risk:high device:SCR* hits:&gt;0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lists the records.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no tenant to load from: use --lab, --profile or --url.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 new rows, %2 correlations, %3 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loads the tenant into the store.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usage: watchdeskctl NOUN VERB [options] [arguments]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no command “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>watchdeskctl --help lists them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--format takes one of %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--%1 takes a web address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only one of --lab, --profile and --url can be the source.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--url needs --tenant-id and --client-id.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--tenant-id, --client-id and --authority belong to --url.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say where the data comes from: --store, --profile, --url or --lab.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading %1 (%2 of %3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The time limit was reached.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interrupted.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>watchdesk::ctl::Arguments</name>
    <message>
        <source>Shows this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>table, json, jsonl or csv; table on a terminal, jsonl in a pipe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This DuckDB store; made if missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Never changes the store.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A saved tenant profile and its store.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A tenant&apos;s API; the secret in WATCHDESK_CLIENT_SECRET.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its token service, if not Microsoft&apos;s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its tenant id.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The app&apos;s client id.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An in-process lab tenant; SCENARIO is a built-in name or a folder of telemetry.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--%1 takes a number from %2 to %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usage: watchdeskctl %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>watchdesk::desktop::Shots</name>
    <message>
        <source>The folder cannot be made: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No device is chosen: the action sheet is left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 did not come to rest in time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture cannot be written: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>watchdesk::desktop::Usage</name>
    <message>
        <source>Opens a lab tenant: a built-in scenario or a folder of telemetry.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opens this saved tenant profile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Uses this store file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opens the store for reading only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The API of a tenant without a profile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its token service.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its tenant id.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The application&apos;s id.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows this view first: desk, hunt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dark, light or system.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The language&apos;s code, such as de.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draws every view to PNG files in this folder and ends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The window&apos;s size, such as 1280x800.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prints when the window was usable and the longest block of its event loop.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A desktop console for Microsoft Defender for Endpoint.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unknown theme &apos;%1&apos;: dark, light or system.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The size is written like 1280x800.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>watchdesk::hunt</name>
    <message>
        <source>There are more than %1 rows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not held completely: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>watchdesk::kql</name>
    <message>
        <source>table() takes a literal name here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The aggregate function &apos;%1&apos; is not allowed in this context.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name &apos;%1&apos; does not refer to any known function.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The operator &apos;%1&apos; is not defined for the operand types %2 and %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comparing %1 with %2 is not supported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The operator &apos;%1&apos; is not defined for the operand types %2, %3 and %4.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mv-expand to typeof(%1) is not supported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The expression must have the type %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name of a type expected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The limit of mv-expand is not supported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The expression must have one of the types: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A value of type %1 expected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The function &apos;%1&apos; expects %2 argument(s).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The function %1 is not supported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no data on where addresses are; geo_info_from_ip_address() gives an empty bag.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The expression value must be an integer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The number of rows must be a plain number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The value of type &apos;%1&apos; is not allowed in this context.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expected: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Incorrect number data values. The values should appear in multiples of %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A range of reals is not supported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1() asks the service and cannot run on held data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>externaldata reads from the network and cannot run on held data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The function &apos;%1&apos; expects %n argument(s).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Functions call each other too deeply.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The query is too large.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The query is not valid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no query.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>watchdesk::kql::Binder</name>
    <message>
        <source>declare is not supported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A variable with the name &apos;%1&apos; has already been declared.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A column&apos;s value cannot be used in another table&apos;s row.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name &apos;%1&apos; is not an aggregate or scalar function.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scalar value expected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The expression must have the type %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tabular value expected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The operator %1 is not supported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unknown query operator: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The query has too many steps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The query is too large.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name &apos;%1&apos; does not refer to any known column, table, variable or function.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name &apos;%1&apos; does not refer to any known table, tabular variable or function.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Did you mean %1?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>watchdesk::kql::Join</name>
    <message>
        <source>Expected: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expected one of: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Column name expected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inconsistent data types for join keys: (%1, %2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Joining dynamic with %1 is not supported.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>watchdesk::kql::Parser</name>
    <message>
        <source>The query is nested too deeply.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expression</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missing %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expected: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>json name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>json value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>query operator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>parse pattern</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The incomplete fragment is unexpected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unexpected: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>watchdesk::kql::Parser::Deeper</name>
    <message>
        <source>The query is nested too deeply.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>watchdesk::kql::Summarize</name>
    <message>
        <source>The value of type &apos;%1&apos; is not allowed in this context.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The function &apos;%1&apos; expects 1 argument.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The argument value must be orderable: a number, timespan, datetime, string or boolean.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>watchdesk::session</name>
    <message>
        <source>The folder of %1 cannot be made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no profile “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The profile “%1” cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The profile “%1” is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The profile “%1” cannot be saved.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>watchdesk::session::SyncRun</name>
    <message>
        <source>%1 records could not be read: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service cuts results at 100,000 rows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 records were refused.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>watchdesk::store</name>
    <message>
        <source>The filter is too long.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The store was made by a newer version of the program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is no store of this program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The store %1 is open in this program already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The column %1 holds a value that cannot be read as %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The table %1 has no column %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The column %1 of %2 is %3, not %4.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A number of the column %1 is too large for %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no store %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is a folder, no store.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder %1 cannot be made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The store %1 is open for reading only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The store has no table %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The store refused: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The store %1 is in use by %2 (process %3).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The store %1 is in use by another program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The store %1 cannot be opened: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>watchdesk::store::Lexer</name>
    <message>
        <source>A quote is not closed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>watchdesk::store::Parser</name>
    <message>
        <source>A parenthesis was not opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The filter is nested too deeply.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A condition is missing here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A parenthesis is not closed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>watchdesk::store::TermCompiler</name>
    <message>
        <source>There is no field “%1” here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Did you mean “%1”?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A value is missing after “%1:”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is yes or no.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is a number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is a length of time like 90s, 15m, 24h or 7d.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is a time like 2024-05-01, 2024-05-01T12:30 or age&lt;24h.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>watchdesk::ui::ActionSheet</name>
    <message>
        <source>Action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the sheet without sending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blast radius</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Isolation type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Selective</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exactly what will be sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comment (required)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comment, required</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ticket and reason; goes into the audit log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Isolate device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Release device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take care</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A comment is required</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>asked for; written to the audit log first</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>watchdesk::ui::ConnectorStrip</name>
    <message>
        <source>Links between Defender alerts and external alerts</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>watchdesk::ui::Desk</name>
    <message>
        <source>Device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Risk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>24 h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Severity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Technique</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Indicator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expires</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>watchdesk::ui::DeskView</name>
    <message>
        <source>Devices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Indicators</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Defender alerts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>External alerts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is held for this time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>External</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show lane: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Isolate…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Isolate the device from the network …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Release…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Release the device from isolation …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read-only: nothing can be sent from here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all devices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2–%3 UTC</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>watchdesk::ui::Grid</name>
    <message>
        <source>Copy cell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy rows as TSV with header</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy rows as CSV with header</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>watchdesk::ui::GridPane</name>
    <message>
        <source>Filter: words, field:value, !not, &gt;, *</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the first %1 rows are shown; narrow the filter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>watchdesk::ui::HuntView</name>
    <message>
        <source>Held data</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n table(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>No problems · %n column(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>(and %n more)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>truncated: there are more rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last hunt: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>running …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ln %1, Col %2 · KQL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hunt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Schema</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queries to begin with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Query</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where to run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run on the data held here, or at the tenant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run the query</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run the query at the caret (Shift+Enter or F5)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Results</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>watchdesk::ui::Inspector</name>
    <message>
        <source>Nothing chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why these belong together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Respond</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Process behind the selected alert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Actions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Score</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>watchdesk::ui::InspectorFeed</name>
    <message>
        <source>Nothing chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a device, an alert or an indicator: what belongs to it is marked everywhere, and its facts stand here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Severity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Category</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Techniques</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expires</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Owner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Risk</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 (%n open alert(s))</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exposure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Health</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group / tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last user</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Isolated, says the service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose an alert to see its process.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No process is known for it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>watchdesk::ui::KqlEditor</name>
    <message>
        <source>Query editor</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>watchdesk::ui::MainWindow</name>
    <message>
        <source>Watchdesk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hunt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 — Watchdesk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Syncing …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sync failed: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Partly synced: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Syncing %1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Loading %1 · %n row(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Sync now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+R</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Export grid as CSV …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+E</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy rows as &amp;TSV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Shift+C</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy rows as &amp;CSV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Filter this pane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+F</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Hunt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Search …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+K</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Next pane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F6</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Previous pane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shift+F6</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose n&amp;othing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Shift+A</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>H&amp;unt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Run query</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Stop query</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Respond</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Isolate device …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Release device …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Verify audit log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Minimise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+M</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Forget column widths</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hel&amp;p</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+/</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About Watchdesk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to a grid first (F6): its chosen rows are exported, or all of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export grid as CSV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV files (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file could not be written: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Audit log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This session has no audit log: nothing can be sent from it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The chain is intact: %n record(s).</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The chain is broken at line %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shift+Enter	Run query in the editor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Esc	Stop query, close sheet, choose nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>+ − ← → Home	Zoom and pan the timeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About Watchdesk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watchdesk %1
A desktop console for Microsoft Defender for Endpoint.
GPL-3.0-or-later</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>watchdesk::ui::Pane</name>
    <message>
        <source>Filter of %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>watchdesk::ui::ProcessOutline</name>
    <message>
        <source>Process behind the selected alert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 more processes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(unknown)</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n external alert(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 more</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>watchdesk::ui::Rail</name>
    <message>
        <source>Views</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>watchdesk::ui::SchemaTree</name>
    <message>
        <source>Local: external sensors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Local: tenant objects</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vulnerabilities (TVM)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Devices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alerts and behaviours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mail and messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Identities</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cloud and others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tables and columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Narrow the schema</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Schema</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>watchdesk::ui::SearchField</name>
    <message>
        <source>Device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Defender alert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>External alert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Indicator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search devices, alerts, IP addresses, indicators …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing held matches.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>watchdesk::ui::StatusLine</name>
    <message>
        <source>Devices %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alerts %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>External %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Indicators %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Store %1 events · in memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Store %1 events · %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 UTC · lab clock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 UTC</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>watchdesk::ui::TableModel</name>
    <message>
        <source>expired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>never</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>watchdesk::ui::TimelineView</name>
    <message numerus="yes">
        <source>%n event(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Defender alerts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>External alerts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Processes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Registry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Response</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>watchdesk::ui::TopBar</name>
    <message>
        <source>Opening …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last 24 h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything held</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests to the service in the last minute; it allows %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>API calls in the last minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0 / %1 a min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>API</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How fresh the data is; syncs now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not synced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lab tenant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tenant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Held data only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 / %2 a min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Live ● %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Partial ◐ %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
