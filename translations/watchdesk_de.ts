<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE">
<context>
    <name>ConnectionTest</name>
    <message>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
    </message>
</context>
<context>
    <name>Intake</name>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>a binary Windows event log (EVTX); export it as JSON</source>
        <translation>ein binäres Windows-Ereignisprotokoll (EVTX); als JSON exportieren</translation>
    </message>
    <message>
        <source>a packet capture; let Zeek or Suricata read it first</source>
        <translation>ein Paketmitschnitt; zuerst von Zeek oder Suricata auswerten lassen</translation>
    </message>
    <message>
        <source>a binary file</source>
        <translation>eine Binärdatei</translation>
    </message>
    <message>
        <source>not in any format that is read</source>
        <translation>in keinem lesbaren Format</translation>
    </message>
    <message>
        <source>not a JSON object</source>
        <translation>kein JSON-Objekt</translation>
    </message>
    <message>
        <source>no event_type</source>
        <translation>kein event_type</translation>
    </message>
    <message>
        <source>an alert without a readable timestamp</source>
        <translation>eine Warnung ohne lesbaren Zeitstempel</translation>
    </message>
    <message>
        <source>text after the end of the JSON value</source>
        <translation>Text nach dem Ende des JSON-Werts</translation>
    </message>
    <message>
        <source>not valid JSON: %1 (byte %2)</source>
        <translation>kein gültiges JSON: %1 (Byte %2)</translation>
    </message>
    <message>
        <source>nested too deeply</source>
        <translation>zu tief verschachtelt</translation>
    </message>
    <message>
        <source>too many values</source>
        <translation>zu viele Werte</translation>
    </message>
    <message>
        <source>it ends too early</source>
        <translation>endet zu früh</translation>
    </message>
    <message>
        <source>a name in quotes is missing</source>
        <translation>ein Name in Anführungszeichen fehlt</translation>
    </message>
    <message>
        <source>a colon is missing</source>
        <translation>ein Doppelpunkt fehlt</translation>
    </message>
    <message>
        <source>a comma or closing bracket is missing</source>
        <translation>ein Komma oder eine schließende Klammer fehlt</translation>
    </message>
    <message>
        <source>a control character within a string</source>
        <translation>ein Steuerzeichen in einer Zeichenkette</translation>
    </message>
    <message>
        <source>a string without end</source>
        <translation>eine Zeichenkette ohne Ende</translation>
    </message>
    <message>
        <source>an unknown escape within a string</source>
        <translation>eine unbekannte Escape-Sequenz in einer Zeichenkette</translation>
    </message>
    <message>
        <source>a value is missing or no number</source>
        <translation>ein Wert fehlt oder ist keine Zahl</translation>
    </message>
    <message>
        <source>no readable ts</source>
        <translation>kein lesbares ts</translation>
    </message>
    <message>
        <source>a record before the #fields line</source>
        <translation>ein Datensatz vor der #fields-Zeile</translation>
    </message>
    <message>
        <source>%1 fields instead of %2</source>
        <translation>%1 Felder statt %2</translation>
    </message>
    <message>
        <source>standard input cannot be read: %1</source>
        <translation>Standardeingabe nicht lesbar: %1</translation>
    </message>
    <message>
        <source>Windows event logs and Sysmon as JSON: flat, NXLog, Event.System, workspace rows</source>
        <translation>Windows-Ereignisprotokolle und Sysmon als JSON: flach, NXLog, Event.System, Workspace-Zeilen</translation>
    </message>
    <message>
        <source>Suricata EVE JSON</source>
        <translation>Suricata EVE JSON</translation>
    </message>
    <message>
        <source>Zeek logs as JSON, one log or all in one stream</source>
        <translation>Zeek-Logs als JSON, einzeln oder alle in einem Strom</translation>
    </message>
    <message>
        <source>Zeek logs as text</source>
        <translation>Zeek-Logs als Text</translation>
    </message>
    <message>
        <source>No such format: %1</source>
        <translation>Unbekanntes Format: %1</translation>
    </message>
    <message>
        <source>cannot be opened: %1</source>
        <translation>lässt sich nicht öffnen: %1</translation>
    </message>
    <message>
        <source>the gzip data is damaged</source>
        <translation>die gzip-Daten sind beschädigt</translation>
    </message>
    <message>
        <source>the gzip data is cut off</source>
        <translation>die gzip-Daten sind abgeschnitten</translation>
    </message>
    <message>
        <source>the gzip data unpacks to an absurd size</source>
        <translation>die gzip-Daten sind entpackt unsinnig groß</translation>
    </message>
    <message>
        <source>the record is longer than %1 MB</source>
        <translation>der Datensatz ist länger als %1 MB</translation>
    </message>
</context>
<context>
    <name>Lab</name>
    <message>
        <source>A detection has no “%1” in its header.</source>
        <translation>Einer Erkennung fehlt „%1“ im Kopf.</translation>
    </message>
    <message>
        <source>“%1” is neither a scenario nor a folder. There is: %2.</source>
        <translation>„%1“ ist weder Szenario noch Ordner. Vorhanden: %2.</translation>
    </message>
    <message>
        <source>A lab has at most %L1 devices and %2 days.</source>
        <translation>Ein Lab hat höchstens %L1 Geräte und %2 Tage.</translation>
    </message>
    <message>
        <source>The lab&apos;s content cannot be written to “%1”.</source>
        <translation>Der Lab-Inhalt lässt sich nicht nach „%1“ schreiben.</translation>
    </message>
    <message>
        <source>There is no descriptor of “%1”.</source>
        <translation>Für „%1“ gibt es keinen Deskriptor.</translation>
    </message>
    <message>
        <source>The store has no table %1.</source>
        <translation>Der Datenspeicher hat keine Tabelle %1.</translation>
    </message>
    <message>
        <source>Cannot write “%1”: %2</source>
        <translation>„%1“ lässt sich nicht schreiben: %2</translation>
    </message>
    <message>
        <source>A stage is set on a device that does not exist.</source>
        <translation>Eine Phase spielt auf einem Gerät, das es nicht gibt.</translation>
    </message>
    <message>
        <source>The list of programs is no JSON object: %1</source>
        <translation>Die Programmliste ist kein JSON-Objekt: %1</translation>
    </message>
    <message>
        <source>There is no folder or file “%1”.</source>
        <translation>Ordner oder Datei „%1“ gibt es nicht.</translation>
    </message>
    <message>
        <source>The folder “%1” holds no files.</source>
        <translation>Der Ordner „%1“ enthält keine Dateien.</translation>
    </message>
    <message>
        <source>Nothing in “%1” is an event log or a sensor log that can be read.</source>
        <translation>„%1“ enthält kein lesbares Ereignis- oder Sensorprotokoll.</translation>
    </message>
    <message>
        <source>Step %1 of a script does nothing that is known.</source>
        <translation>Schritt %1 eines Skripts hat keine bekannte Wirkung.</translation>
    </message>
    <message>
        <source>The lab&apos;s file “%1” is missing.</source>
        <translation>Die Lab-Datei „%1“ fehlt.</translation>
    </message>
    <message>
        <source>The lab&apos;s file “%1” is no JSON: %2</source>
        <translation>Die Lab-Datei „%1“ ist kein JSON: %2</translation>
    </message>
    <message>
        <source>Bulk tenant</source>
        <translation>Massenmandant</translation>
    </message>
    <message>
        <source>A bulk tenant has at most %L1 devices and %L2 alerts.</source>
        <translation>Ein Massenmandant hat höchstens %L1 Geräte und %L2 Warnungen.</translation>
    </message>
</context>
<context>
    <name>Story</name>
    <message>
        <source>%1 s apart</source>
        <translation>%1 s Abstand</translation>
    </message>
    <message>
        <source>%1 min apart</source>
        <translation>%1 min Abstand</translation>
    </message>
    <message>
        <source>%1 h apart</source>
        <translation>%1 h Abstand</translation>
    </message>
    <message>
        <source>same flow %1 → %2, %3</source>
        <translation>gleicher Fluss %1 → %2, %3</translation>
    </message>
    <message>
        <source>same remote end %1, %2</source>
        <translation>gleiche Gegenstelle %1, %2</translation>
    </message>
    <message>
        <source>same file hash (%1), %2</source>
        <translation>gleicher Datei-Hash (%1), %2</translation>
    </message>
    <message>
        <source>Defender alert on the same process: %1</source>
        <translation>Defender-Warnung zum selben Prozess: %1</translation>
    </message>
    <message>
        <source>Defender alert on a process that started this one: %1</source>
        <translation>Defender-Warnung zu einem übergeordneten Prozess: %1</translation>
    </message>
    <message>
        <source>Defender alert on a process that this one started: %1</source>
        <translation>Defender-Warnung zu einem untergeordneten Prozess: %1</translation>
    </message>
    <message>
        <source>Defender alert of the device names %1: %2</source>
        <translation>Defender-Warnung des Geräts nennt %1: %2</translation>
    </message>
    <message>
        <source>%1 was the device&apos;s address, seen %2</source>
        <translation>%1 war die Adresse des Geräts, gesehen mit %2</translation>
    </message>
    <message>
        <source>same host name %1</source>
        <translation>gleicher Hostname %1</translation>
    </message>
    <message>
        <source>same file hash on the device (%1)</source>
        <translation>gleicher Datei-Hash auf dem Gerät (%1)</translation>
    </message>
    <message>
        <source>Nothing is held of process %1 on this device</source>
        <translation>Zu Prozess %1 auf diesem Gerät liegt nichts vor</translation>
    </message>
</context>
<context>
    <name>defender</name>
    <message>
        <source>There is no resource &quot;%1&quot;.</source>
        <translation>Die Ressource „%1“ gibt es nicht.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no id.</source>
        <translation>„%1“ ist keine ID.</translation>
    </message>
    <message>
        <source>%1 is missing.</source>
        <translation>%1 fehlt.</translation>
    </message>
    <message>
        <source>%1 is of the wrong type.</source>
        <translation>%1 hat den falschen Typ.</translation>
    </message>
    <message>
        <source>%1 must be one of %2.</source>
        <translation>%1 muss einer dieser Werte sein: %2.</translation>
    </message>
    <message>
        <source>%1 takes no &quot;%2&quot;.</source>
        <translation>%1 kennt kein „%2“.</translation>
    </message>
    <message>
        <source>The service&apos;s answer is no JSON object.</source>
        <translation>Die Antwort des Dienstes ist kein JSON-Objekt.</translation>
    </message>
    <message>
        <source>%1 cannot be expanded by &quot;%2&quot;.</source>
        <translation>%1 lässt sich nicht um „%2“ erweitern.</translation>
    </message>
    <message>
        <source>%1 has no target.</source>
        <translation>%1 hat kein Ziel.</translation>
    </message>
    <message>
        <source>There is no action &quot;%1&quot;.</source>
        <translation>Die Aktion „%1“ gibt es nicht.</translation>
    </message>
    <message>
        <source>The descriptor is no JSON object: %1.</source>
        <translation>Der Deskriptor ist kein JSON-Objekt: %1.</translation>
    </message>
    <message>
        <source>The descriptor is wrong: %1.</source>
        <translation>Der Deskriptor ist fehlerhaft: %1.</translation>
    </message>
    <message>
        <source>Record %1: &quot;%2&quot; is no %3.</source>
        <translation>Datensatz %1: „%2“ ist kein %3.</translation>
    </message>
    <message>
        <source>Record %1 is no object.</source>
        <translation>Datensatz %1 ist kein Objekt.</translation>
    </message>
    <message>
        <source>Record %1 has no %2.</source>
        <translation>Datensatz %1 hat kein %2.</translation>
    </message>
    <message>
        <source>The service&apos;s answer to the hunting query makes no sense: %1.</source>
        <translation>Die Antwort des Dienstes auf die Hunting-Abfrage ist nicht verwertbar: %1.</translation>
    </message>
    <message>
        <source>it has no schema</source>
        <translation>das Schema fehlt</translation>
    </message>
    <message>
        <source>column &quot;%1&quot; of type &quot;%2&quot;</source>
        <translation>Spalte „%1“ vom Typ „%2“</translation>
    </message>
    <message>
        <source>it has no results</source>
        <translation>die Ergebnisse fehlen</translation>
    </message>
    <message>
        <source>%1: a file&apos;s name may have letters, digits, &quot;-&quot;, &quot;_&quot; and &quot;.&quot; only.</source>
        <translation>%1: ein Dateiname darf nur Buchstaben, Ziffern, „-“, „_“ und „.“ enthalten.</translation>
    </message>
    <message>
        <source>%1: the content is no base64.</source>
        <translation>%1: der Inhalt ist kein Base64.</translation>
    </message>
    <message>
        <source>%1: the file is larger than 20 MB.</source>
        <translation>%1: die Datei ist größer als 20 MB.</translation>
    </message>
    <message>
        <source>%1 is empty.</source>
        <translation>%1 ist leer.</translation>
    </message>
    <message>
        <source>%1 has %2 entries; %3 are the most.</source>
        <translation>%1 hat %2 Einträge; höchstens %3 sind zulässig.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no value for %2: %3.</source>
        <translation>„%1“ ist kein Wert für %2: %3.</translation>
    </message>
    <message>
        <source>%1 needs the key of one of %2.</source>
        <translation>%1 braucht den Schlüssel eines Eintrags von %2.</translation>
    </message>
    <message>
        <source>%1 belong to nothing.</source>
        <translation>%1 gehören zu nichts.</translation>
    </message>
    <message>
        <source>%1 cannot be listed.</source>
        <translation>%1 lassen sich nicht auflisten.</translation>
    </message>
    <message>
        <source>The service shows no single one of %1.</source>
        <translation>Der Dienst zeigt %1 nicht einzeln.</translation>
    </message>
    <message>
        <source>There are no files of &quot;%1&quot;.</source>
        <translation>Von „%1“ gibt es keine Dateien.</translation>
    </message>
    <message>
        <source>The export&apos;s file cannot be read: %1.</source>
        <translation>Die Exportdatei ist nicht lesbar: %1.</translation>
    </message>
    <message>
        <source>it is too large</source>
        <translation>sie ist zu groß</translation>
    </message>
    <message>
        <source>it is no gzip, or not all of one</source>
        <translation>sie ist kein gzip oder kein vollständiges</translation>
    </message>
    <message>
        <source>Line %1 of the export&apos;s file is no JSON object.</source>
        <translation>Zeile %1 der Exportdatei ist kein JSON-Objekt.</translation>
    </message>
    <message>
        <source>%1 cannot be read.</source>
        <translation>%1 kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>%1 is larger than 20 MB.</source>
        <translation>%1 ist größer als 20 MB.</translation>
    </message>
</context>
<context>
    <name>kql</name>
    <message>
        <source>This arithmetic is not supported.</source>
        <translation>Diese Rechenoperation wird nicht unterstützt.</translation>
    </message>
    <message>
        <source>The operator &apos;%1&apos; is not defined for the operand types %2 and %3.</source>
        <translation>Der Operator &apos;%1&apos; ist für die Operandentypen %2 und %3 nicht definiert.</translation>
    </message>
    <message>
        <source>The operator &apos;%1&apos; is not defined for the operand type %2.</source>
        <translation>Der Operator &apos;%1&apos; ist für den Operandentyp %2 nicht definiert.</translation>
    </message>
    <message>
        <source>Looking for %1 among %2 is not supported.</source>
        <translation>Die Suche nach %1 unter %2 wird nicht unterstützt.</translation>
    </message>
    <message>
        <source>A value of type %1 expected.</source>
        <translation>Ein Wert vom Typ %1 wird erwartet.</translation>
    </message>
    <message>
        <source>A column with the name &apos;%1&apos; is already declared.</source>
        <translation>Eine Spalte mit dem Namen &apos;%1&apos; ist bereits deklariert.</translation>
    </message>
    <message>
        <source>Functions of clusters and databases are not supported.</source>
        <translation>Funktionen von Clustern und Datenbanken werden nicht unterstützt.</translation>
    </message>
    <message>
        <source>The element access operator [] is not allowed in this context.</source>
        <translation>Der Elementzugriff [] ist hier nicht zulässig.</translation>
    </message>
    <message>
        <source>Column rename assignment expected.</source>
        <translation>Eine Zuweisung zum Umbenennen der Spalte wird erwartet.</translation>
    </message>
    <message>
        <source>The value of type &apos;%1&apos; is not allowed in this context.</source>
        <translation>Ein Wert vom Typ &apos;%1&apos; ist hier nicht zulässig.</translation>
    </message>
    <message>
        <source>The incomplete fragment is unexpected.</source>
        <translation>Unvollständiges Fragment an unerwarteter Stelle.</translation>
    </message>
    <message>
        <source>The literal cannot be read as its type.</source>
        <translation>Das Literal passt nicht zu seinem Typ.</translation>
    </message>
    <message>
        <source>The function &apos;%1&apos; expects names and values in turn.</source>
        <translation>Die Funktion &apos;%1&apos; erwartet abwechselnd Namen und Werte.</translation>
    </message>
    <message>
        <source>The operator %1 is not supported.</source>
        <translation>Der Operator %1 wird nicht unterstützt.</translation>
    </message>
    <message>
        <source>Not a schema: %1</source>
        <translation>Kein Schema: %1</translation>
    </message>
    <message>
        <source>a table has no name</source>
        <translation>eine Tabelle hat keinen Namen</translation>
    </message>
    <message>
        <source>column “%1” of %2</source>
        <translation>Spalte „%1“ von %2</translation>
    </message>
    <message>
        <source>no “tables”</source>
        <translation>„tables“ fehlt</translation>
    </message>
    <message>
        <source>The number of the column must be a plain number.</source>
        <translation>Die Nummer der Spalte muss eine einfache Zahl sein.</translation>
    </message>
    <message>
        <source>The kind must be &quot;normal&quot; or &quot;regex&quot;.</source>
        <translation>Die Art muss „normal“ oder „regex“ sein.</translation>
    </message>
    <message>
        <source>%1() is not supported here.</source>
        <translation>%1() wird hier nicht unterstützt.</translation>
    </message>
    <message>
        <source>%1() needs the period as a plain number: it cannot be detected here.</source>
        <translation>%1() braucht die Periode als einfache Zahl: sie lässt sich hier nicht ermitteln.</translation>
    </message>
    <message>
        <source>The size of a dynamic value is not known.</source>
        <translation>Die Größe eines dynamic-Werts ist nicht bekannt.</translation>
    </message>
    <message>
        <source>Distances on a spheroid are not supported.</source>
        <translation>Entfernungen auf einem Sphäroid werden nicht unterstützt.</translation>
    </message>
    <message>
        <source>This unit is not supported.</source>
        <translation>Diese Einheit wird nicht unterstützt.</translation>
    </message>
    <message>
        <source>The names of columns must be plain texts.</source>
        <translation>Die Namen der Spalten müssen einfache Texte sein.</translation>
    </message>
    <message>
        <source>The columns are not those that assert-schema names.</source>
        <translation>Die Spalten sind nicht die, die assert-schema nennt.</translation>
    </message>
    <message>
        <source>The name &apos;%1&apos; does not refer to any known table.</source>
        <translation>Der Name „%1“ steht für keine bekannte Tabelle.</translation>
    </message>
    <message>
        <source>union of a column %1 of types %2 and %3 is not supported.</source>
        <translation>union einer Spalte %1 der Typen %2 und %3 wird nicht unterstützt.</translation>
    </message>
    <message>
        <source>The expression does not have multiple named values.</source>
        <translation>Der Ausdruck hat nicht mehrere benannte Werte.</translation>
    </message>
    <message>
        <source>The name does not have a corresponding expression.</source>
        <translation>Zum Namen gehört kein Ausdruck.</translation>
    </message>
    <message>
        <source>What range() means for these types is not known.</source>
        <translation>Was range() bei diesen Typen bedeutet, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>bin_auto() needs a step of the value&apos;s kind by set query_bin_auto_size = …;</source>
        <translation>bin_auto() braucht eine Schrittweite von der Art des Wertes: set query_bin_auto_size = …;</translation>
    </message>
    <message>
        <source>The function call has an incorrect number of arguments.</source>
        <translation>Der Aufruf hat eine falsche Zahl von Argumenten.</translation>
    </message>
    <message>
        <source>What around() means for these types is not known.</source>
        <translation>Was around() bei diesen Typen bedeutet, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>A value of %1 is no %2, as it is in another table.</source>
        <translation>Ein Wert von %1 ist kein %2, was er in einer anderen Tabelle ist.</translation>
    </message>
    <message>
        <source>The argument value must be summable: a number, timespan or datetime.</source>
        <translation>Der Wert des Arguments muss summierbar sein: eine Zahl, Zeitspanne oder ein Zeitpunkt.</translation>
    </message>
    <message>
        <source>The step of range must not be 0.</source>
        <translation>Die Schrittweite von range darf nicht 0 sein.</translation>
    </message>
    <message>
        <source>The expression must have one of the types: %1.</source>
        <translation>Der Ausdruck muss einen dieser Typen haben: %1.</translation>
    </message>
</context>
<context>
    <name>lab</name>
    <message>
        <source>The lab tenant cannot listen on port %1 of 127.0.0.1.</source>
        <translation>Der Lab-Mandant kann nicht auf Port %1 von 127.0.0.1 lauschen.</translation>
    </message>
    <message>
        <source>The certificate cannot be used.</source>
        <translation>Das Zertifikat ist nicht verwendbar.</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>Unknown view &apos;%1&apos;: %2.</source>
        <translation>Unbekannte Ansicht &apos;%1&apos;: %2.</translation>
    </message>
</context>
<context>
    <name>net</name>
    <message>
        <source>The connection was closed.</source>
        <translation>Die Verbindung wurde geschlossen.</translation>
    </message>
    <message>
        <source>%1 is not the tenant&apos;s service: nothing is sent there.</source>
        <translation>%1 ist nicht der Dienst des Mandanten: dorthin wird nichts gesendet.</translation>
    </message>
    <message>
        <source>Such an action is already in progress on this device.</source>
        <translation>Eine solche Aktion läuft auf diesem Gerät bereits.</translation>
    </message>
    <message>
        <source>The service does not accept the sign-in.</source>
        <translation>Der Dienst akzeptiert die Anmeldung nicht.</translation>
    </message>
    <message>
        <source>The app has no permission for this.</source>
        <translation>Der App fehlt die Berechtigung dafür.</translation>
    </message>
    <message>
        <source>The service does not know it.</source>
        <translation>Dem Dienst unbekannt.</translation>
    </message>
    <message>
        <source>The service&apos;s quota is used up.</source>
        <translation>Das Kontingent des Dienstes ist aufgebraucht.</translation>
    </message>
    <message>
        <source>The service points to another address, which is not followed.</source>
        <translation>Der Dienst verweist auf eine andere Adresse; ihr wird nicht gefolgt.</translation>
    </message>
    <message>
        <source>The service failed (HTTP %1).</source>
        <translation>Fehler im Dienst (HTTP %1).</translation>
    </message>
    <message>
        <source>The service refused the request (HTTP %1).</source>
        <translation>Der Dienst hat die Anforderung abgelehnt (HTTP %1).</translation>
    </message>
    <message>
        <source>%1 It says: %2</source>
        <translation>%1 Meldung: %2</translation>
    </message>
    <message>
        <source>The client secret is wrong.</source>
        <translation>Das Clientgeheimnis ist falsch.</translation>
    </message>
    <message>
        <source>The client secret has expired: make a new one for the app.</source>
        <translation>Das Clientgeheimnis ist abgelaufen: für die App ein neues erstellen.</translation>
    </message>
    <message>
        <source>The tenant does not know this app: check the client id.</source>
        <translation>Der Mandant kennt diese App nicht: Client-ID prüfen.</translation>
    </message>
    <message>
        <source>There is no such tenant: check the tenant id.</source>
        <translation>Diesen Mandanten gibt es nicht: Mandanten-ID prüfen.</translation>
    </message>
    <message>
        <source>A conditional access policy forbids the sign-in.</source>
        <translation>Eine Richtlinie für bedingten Zugriff untersagt die Anmeldung.</translation>
    </message>
    <message>
        <source>The tenant does not offer this API to the app: check its consent.</source>
        <translation>Der Mandant gibt diese API nicht für die App frei: Zustimmung prüfen.</translation>
    </message>
    <message>
        <source>The sign-in was refused.</source>
        <translation>Die Anmeldung wurde abgelehnt.</translation>
    </message>
    <message>
        <source>The sign-in service failed (HTTP %1).</source>
        <translation>Fehler im Anmeldedienst (HTTP %1).</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no address of a service.</source>
        <translation>„%1“ ist keine Adresse eines Dienstes.</translation>
    </message>
    <message>
        <source>Without TLS (https) only this computer is called, not &quot;%1&quot;.</source>
        <translation>Ohne TLS (https) wird nur dieser Rechner angesprochen, nicht „%1“.</translation>
    </message>
    <message>
        <source>The service&apos;s list makes no sense: %1.</source>
        <translation>Die Liste des Dienstes ist nicht verwertbar: %1.</translation>
    </message>
    <message>
        <source>it is no JSON object</source>
        <translation>sie ist kein JSON-Objekt</translation>
    </message>
    <message>
        <source>it has no &quot;value&quot;</source>
        <translation>„value“ fehlt</translation>
    </message>
    <message>
        <source>its next link is no text</source>
        <translation>der Folgelink ist kein Text</translation>
    </message>
    <message>
        <source>it is too long</source>
        <translation>sie ist zu lang</translation>
    </message>
    <message>
        <source>it does not end</source>
        <translation>sie endet nicht</translation>
    </message>
    <message>
        <source>The list goes on at another address (%1): it is not followed.</source>
        <translation>Die Liste geht unter einer anderen Adresse weiter (%1): ihr wird nicht gefolgt.</translation>
    </message>
    <message>
        <source>it goes round in circles</source>
        <translation>sie läuft im Kreis</translation>
    </message>
    <message>
        <source>%1 sent more than is taken.</source>
        <translation>%1 hat mehr gesendet, als angenommen wird.</translation>
    </message>
    <message>
        <source>%1 takes no connection.</source>
        <translation>%1 nimmt keine Verbindung an.</translation>
    </message>
    <message>
        <source>There is no host %1.</source>
        <translation>Den Host %1 gibt es nicht.</translation>
    </message>
    <message>
        <source>No safe connection to %1: its certificate is not accepted. %2</source>
        <translation>Keine sichere Verbindung zu %1: Zertifikat nicht akzeptiert. %2</translation>
    </message>
    <message>
        <source>%1 does not answer in time.</source>
        <translation>%1 antwortet nicht rechtzeitig.</translation>
    </message>
    <message>
        <source>The connection to %1 was lost.</source>
        <translation>Die Verbindung zu %1 ist abgebrochen.</translation>
    </message>
    <message>
        <source>The keychain holds no secret for this profile.</source>
        <translation>Der Schlüsselbund enthält kein Geheimnis für dieses Profil.</translation>
    </message>
    <message>
        <source>The keychain cannot be used: %1</source>
        <translation>Der Schlüsselbund ist nicht verwendbar: %1</translation>
    </message>
    <message>
        <source>No secret was entered for this profile.</source>
        <translation>Für dieses Profil wurde kein Geheimnis eingegeben.</translation>
    </message>
    <message>
        <source>The sign-in service&apos;s answer holds no token.</source>
        <translation>Die Antwort des Anmeldedienstes enthält kein Token.</translation>
    </message>
    <message>
        <source>The quota is used up; the next call may go in %1 s.</source>
        <translation>Das Kontingent ist aufgebraucht; der nächste Aufruf ist in %1 s möglich.</translation>
    </message>
    <message>
        <source>A proxy&apos;s address must not hold a user name or password: it would be saved with the profile.</source>
        <translation>Die Adresse eines Proxys darf weder Benutzernamen noch Kennwort enthalten: beides würde mit dem Profil gespeichert.</translation>
    </message>
    <message>
        <source>A proxy&apos;s address begins with http:// or socks5://.</source>
        <translation>Die Adresse eines Proxys beginnt mit http:// oder socks5://.</translation>
    </message>
    <message>
        <source>A proxy&apos;s address names a host and a port.</source>
        <translation>Die Adresse eines Proxys nennt Host und Port.</translation>
    </message>
    <message>
        <source>The file of certificate authorities holds no certificate in PEM form.</source>
        <translation>Die Datei mit Zertifizierungsstellen enthält kein Zertifikat im PEM-Format.</translation>
    </message>
    <message>
        <source>The proxy on the way to %1 cannot be reached.</source>
        <translation>Der Proxy auf dem Weg zu %1 ist nicht erreichbar.</translation>
    </message>
    <message>
        <source>The proxy on the way to %1 asks for a sign-in, which is not supported.</source>
        <translation>Der Proxy auf dem Weg zu %1 verlangt eine Anmeldung; das wird nicht unterstützt.</translation>
    </message>
    <message>
        <source>The certificate cannot be used: %1</source>
        <translation>Das Zertifikat ist nicht verwendbar: %1</translation>
    </message>
    <message>
        <source>the file is too large.</source>
        <translation>die Datei ist zu groß.</translation>
    </message>
    <message>
        <source>the file holds no certificate in PEM form.</source>
        <translation>die Datei enthält kein Zertifikat im PEM-Format.</translation>
    </message>
    <message>
        <source>its private key is encrypted; give it without a password.</source>
        <translation>sein privater Schlüssel ist verschlüsselt; ohne Kennwort angeben.</translation>
    </message>
    <message>
        <source>the file holds no private key in PEM form.</source>
        <translation>die Datei enthält keinen privaten Schlüssel im PEM-Format.</translation>
    </message>
    <message>
        <source>the private key does not belong to it.</source>
        <translation>der private Schlüssel gehört nicht dazu.</translation>
    </message>
    <message>
        <source>it takes an RSA key of at least %1 bits.</source>
        <translation>nötig ist ein RSA-Schlüssel mit mindestens %1 Bit.</translation>
    </message>
    <message>
        <source>its key cannot sign.</source>
        <translation>mit seinem Schlüssel lässt sich nicht signieren.</translation>
    </message>
    <message>
        <source>No port of this computer is free for the browser.</source>
        <translation>Auf diesem Rechner ist kein Port für den Browser frei.</translation>
    </message>
    <message>
        <source>The sign-in service&apos;s answer holds no code.</source>
        <translation>Die Antwort des Anmeldedienstes enthält keinen Code.</translation>
    </message>
    <message>
        <source>The sign-in service gave no refresh token: the app may not stay signed in (offline_access).</source>
        <translation>Der Anmeldedienst hat kein Aktualisierungstoken ausgestellt: die App darf nicht angemeldet bleiben (offline_access).</translation>
    </message>
    <message>
        <source>Nobody signed in within the time.</source>
        <translation>Innerhalb der Zeit hat sich niemand angemeldet.</translation>
    </message>
    <message>
        <source>The sign-in was broken off.</source>
        <translation>Die Anmeldung wurde abgebrochen.</translation>
    </message>
    <message>
        <source>There is nothing here.</source>
        <translation>Hier gibt es nichts.</translation>
    </message>
    <message>
        <source>Watchdesk has the answer. You can close this window.</source>
        <translation>Watchdesk hat die Antwort erhalten. Dieses Fenster kann geschlossen werden.</translation>
    </message>
    <message>
        <source>The app needs a secret or a certificate, and none was given.</source>
        <translation>Die App braucht ein Geheimnis oder ein Zertifikat; keines wurde angegeben.</translation>
    </message>
    <message>
        <source>The app does not allow public client flows: allow them in its registration, or use a secret or a certificate.</source>
        <translation>Die App lässt keine öffentlichen Clientflows zu: in der Registrierung zulassen oder ein Geheimnis oder Zertifikat verwenden.</translation>
    </message>
    <message>
        <source>The app does not know this certificate: upload it to the app&apos;s registration.</source>
        <translation>Die App kennt dieses Zertifikat nicht: in die App-Registrierung hochladen.</translation>
    </message>
    <message>
        <source>The signed request is not valid at this time: check this computer&apos;s clock.</source>
        <translation>Die signierte Anforderung ist zu dieser Zeit nicht gültig: die Uhr dieses Rechners prüfen.</translation>
    </message>
    <message>
        <source>The signed request does not name this app: check the client id.</source>
        <translation>Die signierte Anforderung nennt nicht diese App: Client-ID prüfen.</translation>
    </message>
    <message>
        <source>The signed request is made out to another address: check the authority.</source>
        <translation>Die signierte Anforderung ist auf eine andere Adresse ausgestellt: Anmeldedienst prüfen.</translation>
    </message>
    <message>
        <source>The certificate is not of a kind that is accepted.</source>
        <translation>Ein Zertifikat dieser Art wird nicht akzeptiert.</translation>
    </message>
    <message>
        <source>The app is disabled in this tenant.</source>
        <translation>Die App ist in diesem Mandanten deaktiviert.</translation>
    </message>
    <message>
        <source>The app was never accepted in this tenant: an administrator has to consent to it.</source>
        <translation>Die App wurde in diesem Mandanten nie zugelassen: ein Administrator muss zustimmen.</translation>
    </message>
    <message>
        <source>The app does not allow this kind of sign-in.</source>
        <translation>Die App lässt diese Art der Anmeldung nicht zu.</translation>
    </message>
    <message>
        <source>The app belongs to one tenant: name that tenant instead of &quot;common&quot;.</source>
        <translation>Die App gehört zu einem Mandanten: diesen statt „common“ angeben.</translation>
    </message>
    <message>
        <source>The tenant belongs to another cloud: choose the right one.</source>
        <translation>Der Mandant gehört zu einer anderen Cloud: die richtige auswählen.</translation>
    </message>
    <message>
        <source>There is no such sign-in service: check the authority.</source>
        <translation>Diesen Anmeldedienst gibt es nicht: Adresse prüfen.</translation>
    </message>
    <message>
        <source>Nobody has consented to what the app asks for: an administrator has to.</source>
        <translation>Den Berechtigungen, die die App verlangt, hat niemand zugestimmt: ein Administrator muss es tun.</translation>
    </message>
    <message>
        <source>The consent was declined.</source>
        <translation>Die Zustimmung wurde abgelehnt.</translation>
    </message>
    <message>
        <source>Only an administrator can consent to what the app asks for.</source>
        <translation>Den Berechtigungen, die die App verlangt, kann nur ein Administrator zustimmen.</translation>
    </message>
    <message>
        <source>The app&apos;s registration does not list this API: add its permissions.</source>
        <translation>In der App-Registrierung fehlt diese API: ihre Berechtigungen hinzufügen.</translation>
    </message>
    <message>
        <source>The service does not know the permission that is asked for.</source>
        <translation>Der Dienst kennt die verlangte Berechtigung nicht.</translation>
    </message>
    <message>
        <source>A policy wants a compliant device.</source>
        <translation>Eine Richtlinie verlangt ein konformes Gerät.</translation>
    </message>
    <message>
        <source>A policy wants a device that is joined to the domain.</source>
        <translation>Eine Richtlinie verlangt ein Gerät, das der Domäne beigetreten ist.</translation>
    </message>
    <message>
        <source>A second factor is needed: sign in with the browser.</source>
        <translation>Ein zweiter Faktor ist nötig: im Browser anmelden.</translation>
    </message>
    <message>
        <source>The user has to set up a second factor: sign in with the browser.</source>
        <translation>Der Benutzer muss einen zweiten Faktor einrichten: im Browser anmelden.</translation>
    </message>
    <message>
        <source>A policy wants a further check: sign in with the browser.</source>
        <translation>Eine Richtlinie verlangt eine weitere Prüfung: im Browser anmelden.</translation>
    </message>
    <message>
        <source>The tenant does not know this user.</source>
        <translation>Der Mandant kennt diesen Benutzer nicht.</translation>
    </message>
    <message>
        <source>The user belongs to another tenant and is no guest of this one.</source>
        <translation>Der Benutzer gehört zu einem anderen Mandanten und ist in diesem kein Gast.</translation>
    </message>
    <message>
        <source>The user&apos;s account is locked.</source>
        <translation>Das Konto des Benutzers ist gesperrt.</translation>
    </message>
    <message>
        <source>The user&apos;s password has expired.</source>
        <translation>Das Kennwort des Benutzers ist abgelaufen.</translation>
    </message>
    <message>
        <source>The user&apos;s account is disabled.</source>
        <translation>Das Konto des Benutzers ist deaktiviert.</translation>
    </message>
    <message>
        <source>The user is not assigned to the app.</source>
        <translation>Der Benutzer ist der App nicht zugewiesen.</translation>
    </message>
    <message>
        <source>User name or password are wrong.</source>
        <translation>Benutzername oder Kennwort ist falsch.</translation>
    </message>
    <message>
        <source>The app&apos;s registration lacks the redirect address http://localhost (platform &quot;Mobile and desktop applications&quot;).</source>
        <translation>In der App-Registrierung fehlt die Umleitungsadresse http://localhost (Plattform „Mobilgerät- und Desktopanwendungen“).</translation>
    </message>
    <message>
        <source>The sign-in has expired: sign in again.</source>
        <translation>Die Anmeldung ist abgelaufen: erneut anmelden.</translation>
    </message>
    <message>
        <source>The sign-in is no longer valid: sign in again.</source>
        <translation>Die Anmeldung ist nicht mehr gültig: erneut anmelden.</translation>
    </message>
    <message>
        <source>A policy ended the sign-in: sign in again.</source>
        <translation>Eine Richtlinie hat die Anmeldung beendet: erneut anmelden.</translation>
    </message>
    <message>
        <source>The sign-in was not used for too long: sign in again.</source>
        <translation>Die Anmeldung wurde zu lange nicht genutzt: erneut anmelden.</translation>
    </message>
    <message>
        <source>The user&apos;s password was changed: sign in again.</source>
        <translation>Das Kennwort des Benutzers wurde geändert: erneut anmelden.</translation>
    </message>
    <message>
        <source>The code was used already: sign in again.</source>
        <translation>Der Code wurde bereits verwendet: erneut anmelden.</translation>
    </message>
    <message>
        <source>The code has not been entered yet.</source>
        <translation>Der Code wurde noch nicht eingegeben.</translation>
    </message>
    <message>
        <source>The code that was entered is wrong.</source>
        <translation>Der eingegebene Code ist falsch.</translation>
    </message>
    <message>
        <source>The code has expired: begin again.</source>
        <translation>Der Code ist abgelaufen: von vorn beginnen.</translation>
    </message>
    <message>
        <source>The sign-in was declined.</source>
        <translation>Die Anmeldung wurde verweigert.</translation>
    </message>
    <message>
        <source>Nobody is signed in to this tenant: sign in first.</source>
        <translation>Bei diesem Mandanten ist niemand angemeldet: zuerst anmelden.</translation>
    </message>
    <message>
        <source>There is no client secret and no certificate to sign in with.</source>
        <translation>Für die Anmeldung gibt es weder Clientgeheimnis noch Zertifikat.</translation>
    </message>
    <message>
        <source>The file&apos;s address holds no longer (%1).</source>
        <translation>Die Adresse der Datei gilt nicht mehr (%1).</translation>
    </message>
    <message>
        <source>The file could not be fetched (%1).</source>
        <translation>Die Datei ließ sich nicht abrufen (%1).</translation>
    </message>
    <message>
        <source>Working offline: nothing is sent.</source>
        <translation>Offline-Betrieb: Nichts wird gesendet.</translation>
    </message>
</context>
<context>
    <name>response</name>
    <message>
        <source>%1 The request was sent once; whether the service carries it out is not known. Look at the device&apos;s actions before trying again.</source>
        <translation>%1 Die Anforderung wurde einmal gesendet; ob der Dienst sie ausführt, ist nicht bekannt. Vor einem neuen Versuch die Aktionen des Geräts prüfen.</translation>
    </message>
    <message>
        <source>The session was closed.</source>
        <translation>Die Sitzung wurde geschlossen.</translation>
    </message>
    <message>
        <source>The audit log is not sound (%1), so nothing is added to it. Keep it as evidence and move it away together with its head file to begin a new one.</source>
        <translation>Das Audit-Protokoll ist nicht intakt (%1) und wird nicht fortgeschrieben. Als Beweis aufbewahren und samt Kopfdatei verschieben, um ein neues zu beginnen.</translation>
    </message>
    <message>
        <source>The audit log is in use by another program.</source>
        <translation>Das Audit-Protokoll wird von einem anderen Programm verwendet.</translation>
    </message>
    <message>
        <source>its records are gone</source>
        <translation>die Einträge sind verschwunden</translation>
    </message>
    <message>
        <source>its end is not the one it had</source>
        <translation>das Ende ist nicht mehr dasselbe</translation>
    </message>
    <message>
        <source>The step is too large for the audit log.</source>
        <translation>Der Schritt ist zu groß für das Audit-Protokoll.</translation>
    </message>
    <message>
        <source>There is no folder for the audit log: %1.</source>
        <translation>Für das Audit-Protokoll gibt es keinen Ordner: %1.</translation>
    </message>
    <message>
        <source>The audit log cannot be used: %1</source>
        <translation>Das Audit-Protokoll ist nicht verwendbar: %1</translation>
    </message>
    <message>
        <source>its last line is cut off</source>
        <translation>die letzte Zeile ist abgeschnitten</translation>
    </message>
    <message>
        <source>the line is too long</source>
        <translation>die Zeile ist zu lang</translation>
    </message>
    <message>
        <source>the line is no JSON object</source>
        <translation>die Zeile ist kein JSON-Objekt</translation>
    </message>
    <message>
        <source>the record is not written the way this log writes</source>
        <translation>der Eintrag ist nicht in der Schreibweise dieses Protokolls</translation>
    </message>
    <message>
        <source>the record does not match its hash: it was changed</source>
        <translation>der Eintrag passt nicht zu seinem Hash: er wurde verändert</translation>
    </message>
    <message>
        <source>The audit log&apos;s head file cannot be read: %1</source>
        <translation>Die Kopfdatei des Audit-Protokolls ist nicht lesbar: %1</translation>
    </message>
    <message>
        <source>the head file beside the log is not readable as one</source>
        <translation>die Kopfdatei neben dem Protokoll ist als solche nicht lesbar</translation>
    </message>
    <message>
        <source>The audit log&apos;s head file cannot be written: %1</source>
        <translation>Die Kopfdatei des Audit-Protokolls lässt sich nicht schreiben: %1</translation>
    </message>
    <message>
        <source>the line is cut off</source>
        <translation>die Zeile ist abgeschnitten</translation>
    </message>
    <message>
        <source>the record&apos;s number is %1 and should be %2: records are missing or out of order</source>
        <translation>der Eintrag hat Nummer %1 statt %2: Einträge fehlen oder sind vertauscht</translation>
    </message>
    <message>
        <source>the record does not follow the one before it</source>
        <translation>der Eintrag schließt nicht an den vorigen an</translation>
    </message>
    <message>
        <source>the record is not the one that the head file names</source>
        <translation>der Eintrag ist nicht der, den die Kopfdatei nennt</translation>
    </message>
    <message>
        <source>there is no record</source>
        <translation>es gibt keinen Eintrag</translation>
    </message>
    <message>
        <source>the head file beside the log is missing</source>
        <translation>die Kopfdatei neben dem Protokoll fehlt</translation>
    </message>
    <message>
        <source>the log ends here, but %1 records were written</source>
        <translation>das Protokoll endet hier, geschrieben wurden aber %1 Einträge</translation>
    </message>
    <message>
        <source>records were added by something that does not keep the head file</source>
        <translation>Einträge stammen von etwas, das die Kopfdatei nicht führt</translation>
    </message>
    <message>
        <source>The audit log cannot be read: %1</source>
        <translation>Das Audit-Protokoll ist nicht lesbar: %1</translation>
    </message>
    <message>
        <source>The action is known.</source>
        <translation>Die Aktion ist bekannt.</translation>
    </message>
    <message>
        <source>There is no device action &quot;%1&quot;.</source>
        <translation>Die Geräteaktion „%1“ gibt es nicht.</translation>
    </message>
    <message>
        <source>A comment is required.</source>
        <translation>Ein Kommentar ist erforderlich.</translation>
    </message>
    <message>
        <source>The comment is too long (%1 characters at most).</source>
        <translation>Der Kommentar ist zu lang (höchstens %1 Zeichen).</translation>
    </message>
    <message>
        <source>There is a comment.</source>
        <translation>Kommentar vorhanden.</translation>
    </message>
    <message>
        <source>The device is known: %1</source>
        <translation>Das Gerät ist bekannt: %1</translation>
    </message>
    <message>
        <source>The store holds no device &quot;%1&quot;: load the tenant first.</source>
        <translation>Der Datenspeicher enthält kein Gerät „%1“: zuerst den Mandanten laden.</translation>
    </message>
    <message>
        <source>%1 s ago</source>
        <translation>vor %1 s</translation>
    </message>
    <message>
        <source>%1 min ago</source>
        <translation>vor %1 min</translation>
    </message>
    <message>
        <source>%1 h ago</source>
        <translation>vor %1 h</translation>
    </message>
    <message>
        <source>%1 days ago</source>
        <translation>vor %1 Tagen</translation>
    </message>
    <message>
        <source>It is not known when the device was last seen.</source>
        <translation>Es ist nicht bekannt, wann das Gerät zuletzt gesehen wurde.</translation>
    </message>
    <message>
        <source>Device seen %1 (%2)</source>
        <translation>Gerät zuletzt gesehen %1 (%2)</translation>
    </message>
    <message>
        <source>Its sensor reports.</source>
        <translation>Der Sensor meldet sich.</translation>
    </message>
    <message>
        <source>Its sensor&apos;s health is not known.</source>
        <translation>Der Zustand des Sensors ist nicht bekannt.</translation>
    </message>
    <message>
        <source>Its sensor&apos;s health is %1: the service keeps trying for three days and then gives up.</source>
        <translation>Zustand des Sensors: %1. Der Dienst versucht es drei Tage lang und gibt dann auf.</translation>
    </message>
    <message>
        <source>The device is managed by the service.</source>
        <translation>Das Gerät wird vom Dienst verwaltet.</translation>
    </message>
    <message>
        <source>It is not known whether the device is onboarded.</source>
        <translation>Es ist nicht bekannt, ob das Gerät eingebunden ist.</translation>
    </message>
    <message>
        <source>The device is not onboarded (%1): the service cannot reach it.</source>
        <translation>Das Gerät ist nicht eingebunden (%1): der Dienst erreicht es nicht.</translation>
    </message>
    <message>
        <source>A server, and by its name or tags a domain controller: others depend on it.</source>
        <translation>Ein Server, nach Name oder Tags ein Domänencontroller: andere hängen davon ab.</translation>
    </message>
    <message>
        <source>A server (%1): others may depend on it.</source>
        <translation>Ein Server (%1): andere können davon abhängen.</translation>
    </message>
    <message>
        <source>It is not known whether this is a server.</source>
        <translation>Es ist nicht bekannt, ob dies ein Server ist.</translation>
    </message>
    <message>
        <source>Workstation, not a server or domain controller</source>
        <translation>Arbeitsplatz, kein Server oder Domänencontroller</translation>
    </message>
    <message>
        <source>device value High</source>
        <translation>Gerätewert High</translation>
    </message>
    <message>
        <source>No tag says that it is critical</source>
        <translation>Kein Tag kennzeichnet es als kritisch</translation>
    </message>
    <message>
        <source>Marked as critical: %1</source>
        <translation>Als kritisch gekennzeichnet: %1</translation>
    </message>
    <message>
        <source>Nobody is known to be logged on</source>
        <translation>Niemand ist nachweislich angemeldet</translation>
    </message>
    <message>
        <source>Logged on: %1</source>
        <translation>Angemeldet: %1</translation>
    </message>
    <message>
        <source>The device is isolated since %1</source>
        <translation>Das Gerät ist isoliert seit %1</translation>
    </message>
    <message>
        <source>The device is not isolated: released %1</source>
        <translation>Das Gerät ist nicht isoliert: freigegeben %1</translation>
    </message>
    <message>
        <source>No isolation of the device is on record</source>
        <translation>Keine Isolierung des Geräts verzeichnet</translation>
    </message>
    <message>
        <source>%1 is %2 on this device since %3</source>
        <translation>%1 auf diesem Gerät: %2 seit %3</translation>
    </message>
    <message>
        <source>%1 is %2 on this device</source>
        <translation>%1 auf diesem Gerät: %2</translation>
    </message>
    <message>
        <source>No conflicting action pending</source>
        <translation>Keine widersprechende Aktion offen</translation>
    </message>
    <message>
        <source>Containing an unmanaged device is not offered yet.</source>
        <translation>Das Eindämmen nicht verwalteter Geräte wird noch nicht angeboten.</translation>
    </message>
    <message>
        <source>Selective isolation is for Windows 10 and 11 only.</source>
        <translation>Selektive Isolierung gibt es nur für Windows 10 und 11.</translation>
    </message>
    <message>
        <source>Supports %1 isolation</source>
        <translation>Unterstützt Isolierung „%1“</translation>
    </message>
    <message>
        <source>An action on this device is under way already.</source>
        <translation>Eine Aktion auf diesem Gerät läuft bereits.</translation>
    </message>
    <message>
        <source>The service&apos;s answer does not describe an action.</source>
        <translation>Die Antwort des Dienstes beschreibt keine Aktion.</translation>
    </message>
    <message>
        <source>The device gets all its connections back.</source>
        <translation>Das Gerät erhält alle Verbindungen zurück.</translation>
    </message>
    <message>
        <source>Selective isolation cuts every connection but Defender&apos;s own, Outlook, Teams and Skype.</source>
        <translation>Selektive Isolierung trennt alle Verbindungen außer Defender, Outlook, Teams und Skype.</translation>
    </message>
    <message>
        <source>Full isolation cuts every connection but Defender&apos;s own.</source>
        <translation>Vollständige Isolierung trennt alle Verbindungen außer denen von Defender.</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Sensor</source>
        <translation>Sensor</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>Zuletzt gesehen</translation>
    </message>
    <message>
        <source>Risk</source>
        <translation>Risiko</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Tags</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Logged on</source>
        <translation>Angemeldet</translation>
    </message>
    <message>
        <source>Nothing takes this back.</source>
        <translation>Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>Isolate the device again.</source>
        <translation>Das Gerät erneut isolieren.</translation>
    </message>
    <message>
        <source>Release the device from isolation.</source>
        <translation>Das Gerät aus der Isolierung freigeben.</translation>
    </message>
    <message>
        <source>Release %1?</source>
        <translation>%1 freigeben?</translation>
    </message>
    <message>
        <source>Isolate %1?</source>
        <translation>%1 isolieren?</translation>
    </message>
    <message>
        <source>It works on Windows only (%1), and this is %2.</source>
        <translation>Es funktioniert nur unter Windows (%1), dies ist %2.</translation>
    </message>
    <message>
        <source>The service states no system that it needs.</source>
        <translation>Der Dienst nennt kein System, das nötig wäre.</translation>
    </message>
    <message>
        <source>Works on: %1</source>
        <translation>Funktioniert unter: %1</translation>
    </message>
    <message>
        <source>The same is under way already.</source>
        <translation>Dasselbe läuft bereits.</translation>
    </message>
    <message>
        <source>Only programs that Microsoft signed can run on the device.</source>
        <translation>Auf dem Gerät laufen nur noch von Microsoft signierte Programme.</translation>
    </message>
    <message>
        <source>All programs can run on the device again.</source>
        <translation>Auf dem Gerät können wieder alle Programme laufen.</translation>
    </message>
    <message>
        <source>Defender Antivirus looks through the device.</source>
        <translation>Defender Antivirus durchsucht das Gerät.</translation>
    </message>
    <message>
        <source>The device packs its state for an investigation and sends it.</source>
        <translation>Das Gerät packt seinen Zustand für eine Untersuchung und sendet ihn.</translation>
    </message>
    <message>
        <source>The file&apos;s processes end, and it is moved into quarantine.</source>
        <translation>Die Prozesse der Datei enden, sie kommt in Quarantäne.</translation>
    </message>
    <message>
        <source>Files and scripts of the library run on the device, as its system.</source>
        <translation>Dateien und Skripte der Bibliothek laufen auf dem Gerät, mit Systemrechten.</translation>
    </message>
    <message>
        <source>The device is no longer watched: its sensor stops.</source>
        <translation>Das Gerät wird nicht mehr überwacht: der Sensor stoppt.</translation>
    </message>
    <message>
        <source>Taken back by: %1.</source>
        <translation>Rückgängig durch: %1.</translation>
    </message>
    <message>
        <source>%1: %2?</source>
        <translation>%1: %2?</translation>
    </message>
    <message>
        <source>A reason is required.</source>
        <translation>Ein Grund ist erforderlich.</translation>
    </message>
    <message>
        <source>There is a reason.</source>
        <translation>Grund vorhanden.</translation>
    </message>
    <message>
        <source>It can do harm where it is wrong.</source>
        <translation>Am falschen Platz kann es Schaden anrichten.</translation>
    </message>
    <message>
        <source>It can do little harm.</source>
        <translation>Es kann kaum Schaden anrichten.</translation>
    </message>
    <message>
        <source>%1: %2 at once</source>
        <translation>%1: %2 auf einmal</translation>
    </message>
    <message>
        <source>It is about one thing.</source>
        <translation>Es betrifft einen einzelnen Eintrag.</translation>
    </message>
    <message>
        <source>%1?</source>
        <translation>%1?</translation>
    </message>
    <message>
        <source>The service is asked once, and its answer is the end of it.</source>
        <translation>Der Dienst wird einmal gefragt; mit seiner Antwort ist es erledigt.</translation>
    </message>
    <message>
        <source>The verdict&apos;s two parts fit each other.</source>
        <translation>Die beiden Teile des Urteils passen zueinander.</translation>
    </message>
    <message>
        <source>The service&apos;s pages do not list %1 under %2.</source>
        <translation>Die Seiten des Dienstes führen %1 nicht unter %2.</translation>
    </message>
    <message>
        <source>The store does not hold this alert.</source>
        <translation>Der Speicher enthält diese Warnung nicht.</translation>
    </message>
    <message>
        <source>“%1” on %2 is %3; %4</source>
        <translation>„%1“ auf %2 ist %3; %4</translation>
    </message>
    <message>
        <source>nobody works on it</source>
        <translation>niemand bearbeitet sie</translation>
    </message>
    <message>
        <source>%1 works on it</source>
        <translation>%1 bearbeitet sie</translation>
    </message>
    <message>
        <source>The store holds no device &quot;%1&quot;</source>
        <translation>Der Speicher enthält kein Gerät „%1“</translation>
    </message>
    <message>
        <source>On %1, event %2 of %3</source>
        <translation>Auf %1, Ereignis %2 vom %3</translation>
    </message>
    <message>
        <source>No open alert of this title is held for the device</source>
        <translation>Für das Gerät ist keine offene Warnung dieses Titels vorhanden</translation>
    </message>
    <message>
        <source>The open alert %1 of the same title on this device takes it in: no new one is made.</source>
        <translation>Die offene Warnung %1 desselben Titels auf diesem Gerät nimmt sie auf: Es entsteht keine neue.</translation>
    </message>
    <message>
        <source>An automated investigation starts on a new alert.</source>
        <translation>Bei einer neuen Warnung beginnt eine automatische Untersuchung.</translation>
    </message>
    <message>
        <source>The store does not hold this action.</source>
        <translation>Der Speicher enthält diese Aktion nicht.</translation>
    </message>
    <message>
        <source>%1 on %2 is %3</source>
        <translation>%1 auf %2 ist %3</translation>
    </message>
    <message>
        <source>No indicator of this value is held</source>
        <translation>Zu diesem Wert ist kein Indikator vorhanden</translation>
    </message>
    <message>
        <source>It changes the one of this value, which is %1</source>
        <translation>Ändert den vorhandenen dieses Wertes: %1</translation>
    </message>
    <message>
        <source>BlockAndRemediate is for files and certificates.</source>
        <translation>BlockAndRemediate gilt für Dateien und Zertifikate.</translation>
    </message>
    <message>
        <source>It is no address: ranges are not taken.</source>
        <translation>Das ist keine Adresse: Bereiche werden nicht angenommen.</translation>
    </message>
    <message>
        <source>An address inside a network: the service acts on addresses of the internet only.</source>
        <translation>Eine Adresse in einem Netz: Der Dienst wirkt nur auf Adressen im Internet.</translation>
    </message>
    <message>
        <source>Audit needs generateAlert to be true.</source>
        <translation>Audit verlangt, dass generateAlert wahr ist.</translation>
    </message>
    <message>
        <source>The service&apos;s answer is no alert on that device.</source>
        <translation>Die Antwort des Dienstes ist keine Warnung auf diesem Gerät.</translation>
    </message>
    <message>
        <source>An alert is raised in Defender on an event that it holds.</source>
        <translation>In Defender entsteht eine Warnung zu einem Ereignis, das er enthält.</translation>
    </message>
    <message>
        <source>The alert changes for everybody who works on it.</source>
        <translation>Die Warnung ändert sich für alle, die sie bearbeiten.</translation>
    </message>
    <message>
        <source>Devices act on it: files mostly within half an hour, addresses and domains within two hours.</source>
        <translation>Geräte handeln danach: bei Dateien meist innerhalb einer halben Stunde, bei Adressen und Domänen innerhalb von zwei Stunden.</translation>
    </message>
    <message>
        <source>The service gives the action up where it has not ended.</source>
        <translation>Der Dienst gibt die Aktion auf, wo sie noch nicht beendet ist.</translation>
    </message>
    <message>
        <source>The service looks through the device and may remedy by itself.</source>
        <translation>Der Dienst durchsucht das Gerät und kann von sich aus bereinigen.</translation>
    </message>
</context>
<context>
    <name>story</name>
    <message>
        <source>There is no external alert &quot;%1&quot;.</source>
        <translation>Es gibt keine externe Warnung „%1“.</translation>
    </message>
    <message>
        <source>No device belongs to this external alert: the service raises alerts on events of its own devices only.</source>
        <translation>Zu dieser externen Warnung gehört kein Gerät: Der Dienst meldet Warnungen nur zu Ereignissen seiner eigenen Geräte.</translation>
    </message>
    <message>
        <source>The device is known, but no event on it matches this external alert: there is nothing to raise an alert on.</source>
        <translation>Das Gerät ist bekannt, aber kein Ereignis darauf passt zu dieser externen Warnung: Es gibt nichts, wozu eine Warnung entstehen könnte.</translation>
    </message>
</context>
<context>
    <name>watchdesk::ctl</name>
    <message>
        <source>The tenant has no device “%1”.</source>
        <translation>Der Mandant hat kein Gerät „%1“.</translation>
    </message>
    <message>
        <source>“%1” is the name of several devices; use an id.</source>
        <translation>„%1“ heißen mehrere Geräte; eine ID verwenden.</translation>
    </message>
    <message>
        <source>Do it on %1 devices?</source>
        <translation>Auf %1 Geräten ausführen?</translation>
    </message>
    <message>
        <source>Nothing was done.</source>
        <translation>Nichts wurde ausgeführt.</translation>
    </message>
    <message>
        <source>An action needs a reason: --comment TEXT.</source>
        <translation>Eine Aktion braucht einen Grund: --comment TEXT.</translation>
    </message>
    <message>
        <source>Nobody can be asked here: say --yes, or --dry-run to see what would be done.</source>
        <translation>Rückfrage hier nicht möglich: --yes angeben, oder --dry-run, um zu sehen, was geschähe.</translation>
    </message>
    <message>
        <source>Why; goes to the service and into the audit log.</source>
        <translation>Grund; geht an den Dienst und ins Audit-Protokoll.</translation>
    </message>
    <message>
        <source>Shows the sheet and sends nothing.</source>
        <translation>Zeigt das Aktionsblatt und sendet nichts.</translation>
    </message>
    <message>
        <source>Does not ask.</source>
        <translation>Fragt nicht nach.</translation>
    </message>
    <message>
        <source>Waits for the final state.</source>
        <translation>Wartet auf den Endzustand.</translation>
    </message>
    <message>
        <source>There is no tenant to act on: use --lab, --profile or --url, not read-only.</source>
        <translation>Kein Mandant für Aktionen: --lab, --profile oder --url verwenden, nicht schreibgeschützt.</translation>
    </message>
    <message>
        <source>This profile&apos;s log.</source>
        <translation>Das Protokoll dieses Profils.</translation>
    </message>
    <message>
        <source>Name one file.</source>
        <translation>Eine Datei angeben.</translation>
    </message>
    <message>
        <source>There is no audit log %1.</source>
        <translation>Das Audit-Protokoll %1 gibt es nicht.</translation>
    </message>
    <message>
        <source>Checks an audit log&apos;s chain and names the first bad record.</source>
        <translation>Prüft die Kette eines Audit-Protokolls und nennt den ersten fehlerhaften Eintrag.</translation>
    </message>
    <message>
        <source>How many rows; 200,000 unless told.</source>
        <translation>Anzahl Zeilen; ohne Angabe 200.000.</translation>
    </message>
    <message>
        <source>The program&apos;s own benchmarks: figures as JSON.</source>
        <translation>Die eigenen Benchmarks des Programms: Werte als JSON.</translation>
    </message>
    <message>
        <source>Unexpected: %1</source>
        <translation>Unerwartet: %1</translation>
    </message>
    <message>
        <source>Finds device, alert and process for each external alert: a line of JSON for each.</source>
        <translation>Findet zu jeder externen Warnung Gerät, Warnung und Prozess: je eine Zeile JSON.</translation>
    </message>
    <message>
        <source>This line is no {&quot;id&quot;,&quot;query&quot;}.</source>
        <translation>Diese Zeile ist kein {&quot;id&quot;,&quot;query&quot;}.</translation>
    </message>
    <message>
        <source>--timeout takes a time like 30s or 5m.</source>
        <translation>--timeout erwartet eine Dauer wie 30s oder 5m.</translation>
    </message>
    <message>
        <source>--now takes a time like 2024-05-01T12:00:00Z.</source>
        <translation>--now erwartet eine Zeit wie 2024-05-01T12:00:00Z.</translation>
    </message>
    <message>
        <source>Give one query, or -f FILE, or --batch FILE.</source>
        <translation>Eine Abfrage angeben, oder -f FILE, oder --batch FILE.</translation>
    </message>
    <message>
        <source>Reads the query from a file.</source>
        <translation>Liest die Abfrage aus einer Datei.</translation>
    </message>
    <message>
        <source>Reads {&quot;id&quot;,&quot;query&quot;} a line and answers a line for each.</source>
        <translation>Liest je Zeile {&quot;id&quot;,&quot;query&quot;} und antwortet mit je einer Zeile.</translation>
    </message>
    <message>
        <source>At most so many rows.</source>
        <translation>Höchstens so viele Zeilen.</translation>
    </message>
    <message>
        <source>What now() means.</source>
        <translation>Was now() bedeutet.</translation>
    </message>
    <message>
        <source>Runs a KQL query and prints its rows.</source>
        <translation>Führt eine KQL-Abfrage aus und gibt die Zeilen aus.</translation>
    </message>
    <message>
        <source>The format, where the content does not tell.</source>
        <translation>Das Format, wenn der Inhalt es nicht verrät.</translation>
    </message>
    <message>
        <source>Name at least one file or folder.</source>
        <translation>Mindestens eine Datei oder einen Ordner angeben.</translation>
    </message>
    <message>
        <source>There is no format “%1”: see intake formats.</source>
        <translation>Das Format „%1“ gibt es nicht: siehe intake formats.</translation>
    </message>
    <message>
        <source>Takes files in: a line of JSON a file, refused records to standard error.</source>
        <translation>Liest Dateien ein: je Datei eine Zeile JSON, abgelehnte Datensätze auf die Standardfehlerausgabe.</translation>
    </message>
    <message>
        <source>Every format it reads.</source>
        <translation>Alle lesbaren Formate.</translation>
    </message>
    <message>
        <source>Tables to check against, as JSON.</source>
        <translation>Tabellen für die Prüfung, als JSON.</translation>
    </message>
    <message>
        <source>Name at least one file.</source>
        <translation>Mindestens eine Datei angeben.</translation>
    </message>
    <message>
        <source>Checks queries: a line of JSON for each. A .jsonl file holds {&quot;id&quot;,&quot;query&quot;} a line.</source>
        <translation>Prüft Abfragen: je eine Zeile JSON. Eine .jsonl-Datei enthält je Zeile {&quot;id&quot;,&quot;query&quot;}.</translation>
    </message>
    <message>
        <source>Prints the DuckDB SQL that a query compiles to.</source>
        <translation>Gibt das DuckDB-SQL aus, in das eine Abfrage übersetzt wird.</translation>
    </message>
    <message>
        <source>0 is any free one.</source>
        <translation>0 heißt: ein beliebiger freier.</translation>
    </message>
    <message>
        <source>A built-in name or a folder of telemetry.</source>
        <translation>Ein eingebauter Name oder ein Ordner mit Telemetrie.</translation>
    </message>
    <message>
        <source>How many devices a built-in scenario has.</source>
        <translation>Anzahl Geräte eines eingebauten Szenarios.</translation>
    </message>
    <message>
        <source>How many days it covers.</source>
        <translation>Anzahl Tage, die es umfasst.</translation>
    </message>
    <message>
        <source>What its chance depends on.</source>
        <translation>Startwert für den Zufall.</translation>
    </message>
    <message>
        <source>With the documented calls a minute and an hour.</source>
        <translation>Mit den dokumentierten Aufrufen je Minute und Stunde.</translation>
    </message>
    <message>
        <source>A lab tenant&apos;s server: a line of JSON when ready; runs until interrupted.</source>
        <translation>Server eines Lab-Mandanten: eine Zeile JSON, sobald bereit; läuft bis zur Unterbrechung.</translation>
    </message>
    <message>
        <source>As above a grid: risk:high device:SCR* status:!resolved</source>
        <translation>Wie über einer Tabelle: risk:high device:SCR* status:!resolved</translation>
    </message>
    <message>
        <source>There is no tenant to load from: use --lab, --profile or --url.</source>
        <translation>Kein Mandant zum Laden: --lab, --profile oder --url verwenden.</translation>
    </message>
    <message>
        <source>%1 new rows, %2 correlations, %3 ms</source>
        <translation>%1 neue Zeilen, %2 Korrelationen, %3 ms</translation>
    </message>
    <message>
        <source>Loads the tenant into the store.</source>
        <translation>Lädt den Mandanten in den Datenspeicher.</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>%1 ist nicht lesbar: %2</translation>
    </message>
    <message>
        <source>Usage: watchdeskctl NOUN VERB [options] [arguments]</source>
        <translation>Aufruf: watchdeskctl NOUN VERB [Optionen] [Argumente]</translation>
    </message>
    <message>
        <source>There is no command “%1”.</source>
        <translation>Den Befehl „%1“ gibt es nicht.</translation>
    </message>
    <message>
        <source>watchdeskctl --help lists them.</source>
        <translation>watchdeskctl --help zeigt alle.</translation>
    </message>
    <message>
        <source>--format takes one of %1.</source>
        <translation>--format erwartet einen dieser Werte: %1.</translation>
    </message>
    <message>
        <source>--%1 takes a web address.</source>
        <translation>--%1 erwartet eine Webadresse.</translation>
    </message>
    <message>
        <source>Only one of --lab, --profile and --url can be the source.</source>
        <translation>Nur eines von --lab, --profile und --url kann die Quelle sein.</translation>
    </message>
    <message>
        <source>--url needs --tenant-id and --client-id.</source>
        <translation>--url braucht --tenant-id und --client-id.</translation>
    </message>
    <message>
        <source>--tenant-id, --client-id and --authority belong to --url.</source>
        <translation>--tenant-id, --client-id und --authority gehören zu --url.</translation>
    </message>
    <message>
        <source>Say where the data comes from: --store, --profile, --url or --lab.</source>
        <translation>Datenquelle angeben: --store, --profile, --url oder --lab.</translation>
    </message>
    <message>
        <source>Loading %1 (%2 of %3)</source>
        <translation>Lade %1 (%2 von %3)</translation>
    </message>
    <message>
        <source>The time limit was reached.</source>
        <translation>Das Zeitlimit ist erreicht.</translation>
    </message>
    <message>
        <source>Interrupted.</source>
        <translation>Unterbrochen.</translation>
    </message>
    <message>
        <source>%1 requests: the service&apos;s quota spreads them over %2 s.</source>
        <translation>%1 Anforderungen: das Kontingent des Dienstes verteilt sie auf %2 s.</translation>
    </message>
    <message>
        <source>Put together from %1 slices of time.</source>
        <translation>Aus %1 Zeitabschnitten zusammengesetzt.</translation>
    </message>
    <message>
        <source>local (the held data), graph or defender (the service), both (held data and service), kusto.</source>
        <translation>local (lokale Daten), graph oder defender (der Dienst), both (lokale Daten und Dienst), kusto.</translation>
    </message>
    <message>
        <source>Keeps the slices of a long hunt at the service in this folder, and goes on from there.</source>
        <translation>Bewahrt die Abschnitte einer langen Abfrage beim Dienst in diesem Ordner auf und macht dort weiter.</translation>
    </message>
    <message>
        <source>Where the cursor is, in UTF-16 units.</source>
        <translation>Position der Einfügemarke, in UTF-16-Einheiten.</translation>
    </message>
    <message>
        <source>Say where: --offset N.</source>
        <translation>Position angeben: --offset N.</translation>
    </message>
    <message>
        <source>The new name.</source>
        <translation>Der neue Name.</translation>
    </message>
    <message>
        <source>What may be written at a place of a query.</source>
        <translation>Was an einer Stelle einer Abfrage stehen kann.</translation>
    </message>
    <message>
        <source>The query, laid out.</source>
        <translation>Die Abfrage, formatiert.</translation>
    </message>
    <message>
        <source>What in a query costs more than it needs, with changes that mend it.</source>
        <translation>Was in einer Abfrage mehr kostet als nötig, mit Änderungen, die es beheben.</translation>
    </message>
    <message>
        <source>What the word at a place of a query is.</source>
        <translation>Was das Wort an einer Stelle einer Abfrage ist.</translation>
    </message>
    <message>
        <source>Where the name at a place of a query is declared and used.</source>
        <translation>Wo der Name an einer Stelle einer Abfrage deklariert und verwendet wird.</translation>
    </message>
    <message>
        <source>The query with another name for what is at a place of it.</source>
        <translation>Die Abfrage mit einem anderen Namen für das, was an einer Stelle steht.</translation>
    </message>
    <message>
        <source>--faults takes a JSON object.</source>
        <translation>--faults erwartet ein JSON-Objekt.</translation>
    </message>
    <message>
        <source>HTTPS; the certificate of its authority goes into this file.</source>
        <translation>HTTPS; das Zertifikat seiner Zertifizierungsstelle kommt in diese Datei.</translation>
    </message>
    <message>
        <source>Permissions that the app lacks, with commas.</source>
        <translation>Berechtigungen, die der App fehlen, durch Kommas getrennt.</translation>
    </message>
    <message>
        <source>One more app registration, with these permissions; may be repeated.</source>
        <translation>Eine weitere App-Registrierung mit diesen Berechtigungen; mehrfach möglich.</translation>
    </message>
    <message>
        <source>A certificate (PEM) with which the app may sign in.</source>
        <translation>Ein Zertifikat (PEM), mit dem sich die App anmelden darf.</translation>
    </message>
    <message>
        <source>The fault dials&apos; first setting, as /lab/faults takes it.</source>
        <translation>Anfangswerte der Fehlerregler, wie /lab/faults sie erwartet.</translation>
    </message>
    <message>
        <source>%1 cannot be written.</source>
        <translation>%1 lässt sich nicht schreiben.</translation>
    </message>
    <message>
        <source>Tables that the query may name, as JSON.</source>
        <translation>Tabellen, die die Abfrage nennen darf, als JSON.</translation>
    </message>
    <message>
        <source>The client secret (it is not shown):</source>
        <translation>Das Clientgeheimnis (wird nicht angezeigt):</translation>
    </message>
    <message>
        <source>No secret was given: set WATCHDESK_CLIENT_SECRET when you use the profile.</source>
        <translation>Kein Geheimnis angegeben: bei Verwendung des Profils WATCHDESK_CLIENT_SECRET setzen.</translation>
    </message>
    <message>
        <source>The secret is not kept, as there is no keychain to use: set WATCHDESK_CLIENT_SECRET when you use the profile.</source>
        <translation>Das Geheimnis wird nicht aufbewahrt, da kein Schlüsselbund verwendbar ist: bei Verwendung des Profils WATCHDESK_CLIENT_SECRET setzen.</translation>
    </message>
    <message>
        <source>The secret is in the keychain.</source>
        <translation>Das Geheimnis liegt im Schlüsselbund.</translation>
    </message>
    <message>
        <source>--sign-in takes secret, certificate, browser or device.</source>
        <translation>--sign-in erwartet secret, certificate, browser oder device.</translation>
    </message>
    <message>
        <source>The tenant&apos;s id.</source>
        <translation>Die ID des Mandanten.</translation>
    </message>
    <message>
        <source>The app&apos;s client id.</source>
        <translation>Die Client-ID der App.</translation>
    </message>
    <message>
        <source>commercial, gcc, gccHigh, dod or custom.</source>
        <translation>commercial, gcc, gccHigh, dod oder custom.</translation>
    </message>
    <message>
        <source>Keeps the traffic in a region: us, eu, uk, au, swa, ina, aea.</source>
        <translation>Hält den Datenverkehr in einer Region: us, eu, uk, au, swa, ina, aea.</translation>
    </message>
    <message>
        <source>secret, certificate, browser or device.</source>
        <translation>secret, certificate, browser oder device.</translation>
    </message>
    <message>
        <source>A PEM file with the app&apos;s certificate and its private key.</source>
        <translation>Eine PEM-Datei mit dem Zertifikat der App und dem privaten Schlüssel.</translation>
    </message>
    <message>
        <source>The Defender API, if not the cloud&apos;s.</source>
        <translation>Die Defender-API, wenn nicht die der Cloud.</translation>
    </message>
    <message>
        <source>The sign-in service, if not the cloud&apos;s.</source>
        <translation>Der Anmeldedienst, wenn nicht der der Cloud.</translation>
    </message>
    <message>
        <source>Defender XDR, if not the cloud&apos;s.</source>
        <translation>Defender XDR, wenn nicht das der Cloud.</translation>
    </message>
    <message>
        <source>Microsoft Graph, if not the cloud&apos;s.</source>
        <translation>Microsoft Graph, wenn nicht das der Cloud.</translation>
    </message>
    <message>
        <source>What tokens for the Defender API are made out to, if not what the cloud wants.</source>
        <translation>Worauf Token für die Defender-API ausgestellt sind, wenn nicht auf das, was die Cloud verlangt.</translation>
    </message>
    <message>
        <source>A Kusto cluster to hunt in.</source>
        <translation>Ein Kusto-Cluster für Abfragen.</translation>
    </message>
    <message>
        <source>The cluster&apos;s database.</source>
        <translation>Die Datenbank des Clusters.</translation>
    </message>
    <message>
        <source>http://HOST:PORT or socks5://HOST:PORT; else the system&apos;s.</source>
        <translation>http://HOST:PORT oder socks5://HOST:PORT; sonst der des Systems.</translation>
    </message>
    <message>
        <source>Certificate authorities (PEM) to trust besides the system&apos;s.</source>
        <translation>Zertifizierungsstellen (PEM), denen neben denen des Systems vertraut wird.</translation>
    </message>
    <message>
        <source>Name one profile.</source>
        <translation>Ein Profil angeben.</translation>
    </message>
    <message>
        <source>This profile signs in by itself: nobody has to.</source>
        <translation>Dieses Profil meldet sich selbst an: niemand muss es tun.</translation>
    </message>
    <message>
        <source>Open this address in a browser:</source>
        <translation>Diese Adresse in einem Browser öffnen:</translation>
    </message>
    <message>
        <source>Open the page and enter the code:</source>
        <translation>Die Seite öffnen und den Code eingeben:</translation>
    </message>
    <message>
        <source>Signed in.</source>
        <translation>Angemeldet.</translation>
    </message>
    <message>
        <source>%1 is signed in.</source>
        <translation>%1 ist angemeldet.</translation>
    </message>
    <message>
        <source>The sign-in ends with this program, as there is no keychain to keep it in.</source>
        <translation>Die Anmeldung endet mit diesem Programm, da es keinen Schlüsselbund dafür gibt.</translation>
    </message>
    <message>
        <source>Saves how to reach a tenant; the secret from WATCHDESK_CLIENT_SECRET or standard input goes into the keychain.</source>
        <translation>Speichert, wie ein Mandant zu erreichen ist; das Geheimnis aus WATCHDESK_CLIENT_SECRET oder der Standardeingabe kommt in den Schlüsselbund.</translation>
    </message>
    <message>
        <source>The saved profiles.</source>
        <translation>Die gespeicherten Profile.</translation>
    </message>
    <message>
        <source>One profile, without its secret.</source>
        <translation>Ein Profil, ohne sein Geheimnis.</translation>
    </message>
    <message>
        <source>Forgets a profile and its secret; what was loaded stays.</source>
        <translation>Vergisst ein Profil und sein Geheimnis; Geladenes bleibt.</translation>
    </message>
    <message>
        <source>Tries sign-in and API step by step and says what is wrong.</source>
        <translation>Probiert Anmeldung und API Schritt für Schritt und sagt, was nicht stimmt.</translation>
    </message>
    <message>
        <source>A person signs in, by browser or device code.</source>
        <translation>Eine Person meldet sich an, per Browser oder Gerätecode.</translation>
    </message>
    <message>
        <source>%1 are not kept: a tenant is needed.</source>
        <translation>%1 werden nicht aufbewahrt: ein Mandant ist nötig.</translation>
    </message>
    <message>
        <source>Name one key.</source>
        <translation>Einen Schlüssel angeben.</translation>
    </message>
    <message>
        <source>Writes the reference of the API to this folder instead.</source>
        <translation>Schreibt stattdessen die Referenz der API in diesen Ordner.</translation>
    </message>
    <message>
        <source>One record, with every property.</source>
        <translation>Ein Datensatz mit allen Eigenschaften.</translation>
    </message>
    <message>
        <source>Lists what can be read and done at the service: the nouns of RESOURCE list, show and the rest.</source>
        <translation>Listet auf, was sich beim Dienst lesen und tun lässt: die Substantive für RESOURCE list, show und die übrigen.</translation>
    </message>
    <message>
        <source>Lists the alerts of other products.</source>
        <translation>Listet die Warnungen anderer Produkte auf.</translation>
    </message>
    <message>
        <source>Nothing with the key “%1” is held.</source>
        <translation>Zum Schlüssel „%1“ liegt nichts vor.</translation>
    </message>
    <message>
        <source>%1: never loaded</source>
        <translation>%1: nie geladen</translation>
    </message>
    <message>
        <source>%1: %2 as of %3, %4 records</source>
        <translation>%1: %2, Stand %3, %4 Datensätze</translation>
    </message>
    <message>
        <source>The key of what the records belong to.</source>
        <translation>Der Schlüssel dessen, wozu die Datensätze gehören.</translation>
    </message>
    <message>
        <source>A parameter of the service&apos;s; may be given more than once.</source>
        <translation>Ein Parameter des Dienstes; mehrfach möglich.</translation>
    </message>
    <message>
        <source>--with takes NAME=VALUE.</source>
        <translation>--with erwartet NAME=VALUE.</translation>
    </message>
    <message>
        <source>There is no program sqlite3 here.</source>
        <translation>Das Programm sqlite3 gibt es hier nicht.</translation>
    </message>
    <message>
        <source>sqlite3 says: %1</source>
        <translation>sqlite3 meldet: %1</translation>
    </message>
    <message>
        <source>sqlite3 does not tell the time.</source>
        <translation>sqlite3 nennt die Zeit nicht.</translation>
    </message>
    <message>
        <source>hunt: this query alone.</source>
        <translation>hunt: nur diese Abfrage.</translation>
    </message>
    <message>
        <source>hunt: SQLite on the same rows as well, by the program sqlite3.</source>
        <translation>hunt: dazu SQLite auf denselben Zeilen, mit dem Programm sqlite3.</translation>
    </message>
    <message>
        <source>kql: tables that the queries may name, as JSON.</source>
        <translation>kql: Tabellen, die die Abfragen nennen dürfen, als JSON.</translation>
    </message>
    <message>
        <source>%1 cannot be read.</source>
        <translation>%1 ist nicht lesbar.</translation>
    </message>
    <message>
        <source>%1 is no JSON object: %2</source>
        <translation>%1 ist kein JSON-Objekt: %2</translation>
    </message>
    <message>
        <source>--set takes NAME=VALUE, where the name is one of %1.</source>
        <translation>--set erwartet NAME=VALUE, der Name ist einer von %1.</translation>
    </message>
    <message>
        <source>A member of the request&apos;s body; may be given more than once.</source>
        <translation>Ein Feld im Rumpf der Anforderung; mehrfach möglich.</translation>
    </message>
    <message>
        <source>The request&apos;s body as a JSON object.</source>
        <translation>Der Rumpf der Anforderung als JSON-Objekt.</translation>
    </message>
    <message>
        <source>There is no action “%1”: use one of %2.</source>
        <translation>Die Aktion „%1“ gibt es nicht: eine von %2 verwenden.</translation>
    </message>
    <message>
        <source>Do it %1 times?</source>
        <translation>%1-mal ausführen?</translation>
    </message>
    <message>
        <source>The file to upload.</source>
        <translation>Die hochzuladende Datei.</translation>
    </message>
    <message>
        <source>Name at least one key.</source>
        <translation>Mindestens einen Schlüssel angeben.</translation>
    </message>
    <message>
        <source>It takes no key.</source>
        <translation>Ein Schlüssel gehört hier nicht dazu.</translation>
    </message>
    <message>
        <source>Reads an export by its files, as large tenants should.</source>
        <translation>Liest einen Export über seine Dateien, wie für große Mandanten empfohlen.</translation>
    </message>
    <message>
        <source>%1 do not come as files.</source>
        <translation>%1 gibt es nicht als Dateien.</translation>
    </message>
    <message>
        <source>%1, about %2 s left</source>
        <translation>%1, noch etwa %2 s</translation>
    </message>
    <message>
        <source>Lets externaldata read from these hosts, files or folders (with commas between them).</source>
        <translation>Lässt externaldata von diesen Hosts, Dateien oder Ordnern lesen (durch Kommas getrennt).</translation>
    </message>
    <message>
        <source>Name an action and at least one target.</source>
        <translation>Eine Aktion und mindestens ein Ziel angeben.</translation>
    </message>
    <message>
        <source>Full or Selective isolation; Quick or Full scan.</source>
        <translation>Isolierung Full oder Selective; Prüfung Quick oder Full.</translation>
    </message>
    <message>
        <source>Whom an alert is assigned to.</source>
        <translation>Wem eine Warnung zugewiesen wird.</translation>
    </message>
    <message>
        <source>The verdict on an alert.</source>
        <translation>Das Urteil über eine Warnung.</translation>
    </message>
    <message>
        <source>What the verdict rests on.</source>
        <translation>Worauf das Urteil beruht.</translation>
    </message>
    <message>
        <source>A response action: on devices by id or name, on alerts and others by id, on values to block.</source>
        <translation>Eine Reaktion: auf Geräten nach ID oder Name, auf Warnungen und anderem nach ID, auf zu sperrenden Werten.</translation>
    </message>
    <message>
        <source>External alert %1 is pushed to Defender.</source>
        <translation>Die externe Warnung %1 wird an Defender übergeben.</translation>
    </message>
    <message>
        <source>Name one external alert.</source>
        <translation>Eine externe Warnung angeben.</translation>
    </message>
    <message>
        <source>Raises a Defender alert on the event behind an external alert; prints the request and its outcome.</source>
        <translation>Meldet zum Ereignis hinter einer externen Warnung eine Defender-Warnung; gibt die Anfrage und ihr Ergebnis aus.</translation>
    </message>
    <message>
        <source>--last takes a time like 7d or 12h, and --engine graph.</source>
        <translation>--last verlangt eine Zeit wie 7d oder 12h und --engine graph.</translation>
    </message>
    <message>
        <source>At Graph: looks at the last so long only, whatever the query says.</source>
        <translation>Bei Graph: betrachtet nur die letzte so lange Zeit, was immer die Abfrage sagt.</translation>
    </message>
    <message>
        <source>“%1” is no hash, address, URL or domain.</source>
        <translation>„%1“ ist weder Hash noch Adresse, URL oder Domäne.</translation>
    </message>
    <message>
        <source>It needs %1: --set %1=VALUE.</source>
        <translation>Es fehlt %1: --set %1=WERT.</translation>
    </message>
    <message>
        <source>The lab&apos;s process does not start.</source>
        <translation>Der Prozess des Labors startet nicht.</translation>
    </message>
    <message>
        <source>The store does not hold what the lab has.</source>
        <translation>Der Speicher enthält nicht, was das Labor hat.</translation>
    </message>
    <message>
        <source>%1 is there already.</source>
        <translation>%1 ist schon da.</translation>
    </message>
    <message>
        <source>sync: how many devices; 20,000 unless told.</source>
        <translation>sync: wie viele Geräte; 20.000, wenn nicht angegeben.</translation>
    </message>
    <message>
        <source>sync: how many alerts; 40,000 unless told.</source>
        <translation>sync: wie viele Warnungen; 40.000, wenn nicht angegeben.</translation>
    </message>
    <message>
        <source>There are the benchmarks hunt, store, sync and kql FILE.</source>
        <translation>Es gibt die Messungen hunt, store, sync und kql DATEI.</translation>
    </message>
    <message>
        <source>A bulk tenant for measuring: devices and so many alerts, no events.</source>
        <translation>Ein Massenmandant zum Messen: Geräte und so viele Warnungen, keine Ereignisse.</translation>
    </message>
    <message>
        <source>--alerts makes a tenant without a scenario: not with --scenario or --days.</source>
        <translation>--alerts erzeugt einen Mandanten ohne Szenario: nicht mit --scenario oder --days.</translation>
    </message>
    <message>
        <source>%1: KQL and SQL answer differently, with %2 and %3 rows.</source>
        <translation>%1: KQL und SQL antworten verschieden, mit %2 und %3 Zeilen.</translation>
    </message>
    <message>
        <source>The store that was kept has %1 rows of %2.</source>
        <translation>Der behaltene Speicher hat %1 Zeilen von %2.</translation>
    </message>
    <message>
        <source>hunt, sync: keep the store, in this folder; hunt uses it again.</source>
        <translation>hunt, sync: behält den Speicher, in diesem Ordner; hunt nutzt ihn wieder.</translation>
    </message>
    <message>
        <source>A file in MaxMind&apos;s format, from which geo_info_from_ip_address() knows where addresses are.</source>
        <translation>Eine Datei im Format von MaxMind, aus der geo_info_from_ip_address() weiß, wo Adressen sind.</translation>
    </message>
    <message>
        <source>blue, green, yellow, orange, red or violet: what its windows are marked with.</source>
        <translation>blue, green, yellow, orange, red oder violet: womit die Fenster gekennzeichnet sind.</translation>
    </message>
    <message>
        <source>The query gives %1 tables.</source>
        <translation>Die Abfrage liefert %1 Tabellen.</translation>
    </message>
    <message>
        <source>Gives up after this time; on held data a query of a batch is given two minutes unless told.</source>
        <translation>Gibt nach dieser Zeit auf; auf vorliegenden Daten hat eine Abfrage eines Stapels zwei Minuten, wenn nichts gesagt ist.</translation>
    </message>
    <message>
        <source>There is no query &quot;%1&quot;; there are: %2.</source>
        <translation>Es gibt keine Abfrage „%1“; es gibt: %2.</translation>
    </message>
</context>
<context>
    <name>watchdesk::ctl::Arguments</name>
    <message>
        <source>Shows this.</source>
        <translation>Zeigt diese Hilfe.</translation>
    </message>
    <message>
        <source>table, json, jsonl or csv; table on a terminal, jsonl in a pipe.</source>
        <translation>table, json, jsonl oder csv; table im Terminal, jsonl in einer Pipe.</translation>
    </message>
    <message>
        <source>This DuckDB store; made if missing.</source>
        <translation>Dieser DuckDB-Datenspeicher; wird bei Bedarf angelegt.</translation>
    </message>
    <message>
        <source>Never changes the store.</source>
        <translation>Ändert den Datenspeicher nie.</translation>
    </message>
    <message>
        <source>A saved tenant profile and its store.</source>
        <translation>Ein gespeichertes Mandantenprofil mit seinem Datenspeicher.</translation>
    </message>
    <message>
        <source>A tenant&apos;s API; the secret in WATCHDESK_CLIENT_SECRET.</source>
        <translation>Die API eines Mandanten; das Geheimnis in WATCHDESK_CLIENT_SECRET.</translation>
    </message>
    <message>
        <source>Its token service, if not Microsoft&apos;s.</source>
        <translation>Sein Tokendienst, wenn nicht der von Microsoft.</translation>
    </message>
    <message>
        <source>Its tenant id.</source>
        <translation>Seine Mandanten-ID.</translation>
    </message>
    <message>
        <source>The app&apos;s client id.</source>
        <translation>Die Client-ID der App.</translation>
    </message>
    <message>
        <source>An in-process lab tenant; SCENARIO is a built-in name or a folder of telemetry.</source>
        <translation>Ein Lab-Mandant im selben Prozess; SCENARIO ist ein eingebauter Name oder ein Ordner mit Telemetrie.</translation>
    </message>
    <message>
        <source>--%1 takes a number from %2 to %3.</source>
        <translation>--%1 erwartet eine Zahl von %2 bis %3.</translation>
    </message>
    <message>
        <source>Usage: watchdeskctl %1</source>
        <translation>Aufruf: watchdeskctl %1</translation>
    </message>
    <message>
        <source>A Kusto cluster to hunt in.</source>
        <translation>Ein Kusto-Cluster für Abfragen.</translation>
    </message>
    <message>
        <source>The cluster&apos;s database.</source>
        <translation>Die Datenbank des Clusters.</translation>
    </message>
    <message>
        <source>http://HOST:PORT or socks5://HOST:PORT; else the system&apos;s.</source>
        <translation>http://HOST:PORT oder socks5://HOST:PORT; sonst der des Systems.</translation>
    </message>
    <message>
        <source>Certificate authorities (PEM) to trust besides the system&apos;s.</source>
        <translation>Zertifizierungsstellen (PEM), denen neben denen des Systems vertraut wird.</translation>
    </message>
    <message>
        <source>table, json, jsonl or csv; jsonl unless told.</source>
        <translation>table, json, jsonl oder csv; jsonl, wenn nicht angegeben.</translation>
    </message>
    <message>
        <source>Sends nothing: what is held is all there is.</source>
        <translation>Sendet nichts: Was vorliegt, ist alles.</translation>
    </message>
</context>
<context>
    <name>watchdesk::defender</name>
    <message>
        <source>%1 takes no &quot;%2&quot;.</source>
        <translation>%1 nimmt kein „%2“.</translation>
    </message>
    <message>
        <source>%1 is of the wrong type.</source>
        <translation>%1 hat den falschen Typ.</translation>
    </message>
    <message>
        <source>%1 is missing.</source>
        <translation>%1 fehlt.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no kind of step.</source>
        <translation>„%1“ ist keine Art von Schritt.</translation>
    </message>
    <message>
        <source>%1 may not come after %2.</source>
        <translation>%1 darf nicht nach %2 kommen.</translation>
    </message>
    <message>
        <source>Step %1: %2</source>
        <translation>Schritt %1: %2</translation>
    </message>
</context>
<context>
    <name>watchdesk::defender::titles</name>
    <message>
        <source>Hunting</source>
        <translation>Hunting</translation>
    </message>
    <message>
        <source>Run hunting query</source>
        <translation>Hunting-Abfrage ausführen</translation>
    </message>
    <message>
        <source>Run hunting query at the XDR API</source>
        <translation>Hunting-Abfrage über die XDR-API ausführen</translation>
    </message>
    <message>
        <source>Run hunting query at Graph</source>
        <translation>Hunting-Abfrage über Graph ausführen</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>Warnungen</translation>
    </message>
    <message>
        <source>Domains</source>
        <translation>Domänen</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>Adressen</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Change alert</source>
        <translation>Warnung ändern</translation>
    </message>
    <message>
        <source>Change many alerts</source>
        <translation>Viele Warnungen ändern</translation>
    </message>
    <message>
        <source>Raise alert on an event</source>
        <translation>Warnung zu einem Ereignis auslösen</translation>
    </message>
    <message>
        <source>Antivirus health</source>
        <translation>Antivirus-Zustand</translation>
    </message>
    <message>
        <source>Baseline settings</source>
        <translation>Baseline-Einstellungen</translation>
    </message>
    <message>
        <source>Baseline profiles</source>
        <translation>Baselineprofile</translation>
    </message>
    <message>
        <source>Browser permissions</source>
        <translation>Browserberechtigungen</translation>
    </message>
    <message>
        <source>Weaknesses by device</source>
        <translation>Schwachstellen nach Gerät</translation>
    </message>
    <message>
        <source>Prevalence</source>
        <translation>Verbreitung</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>Geräte</translation>
    </message>
    <message>
        <source>Baselines of devices</source>
        <translation>Baselines der Geräte</translation>
    </message>
    <message>
        <source>Browser extensions of devices</source>
        <translation>Browsererweiterungen der Geräte</translation>
    </message>
    <message>
        <source>Certificates of devices</source>
        <translation>Zertifikate der Geräte</translation>
    </message>
    <message>
        <source>Settings of devices</source>
        <translation>Einstellungen der Geräte</translation>
    </message>
    <message>
        <source>Facts gathered from devices</source>
        <translation>Von Geräten erhobene Fakten</translation>
    </message>
    <message>
        <source>Hardware and firmware of devices</source>
        <translation>Hardware und Firmware der Geräte</translation>
    </message>
    <message>
        <source>Unlisted software of devices</source>
        <translation>Nicht gelistete Software der Geräte</translation>
    </message>
    <message>
        <source>Software of devices</source>
        <translation>Software der Geräte</translation>
    </message>
    <message>
        <source>Weaknesses of devices</source>
        <translation>Schwachstellen der Geräte</translation>
    </message>
    <message>
        <source>Changed weaknesses of devices</source>
        <translation>Geänderte Schwachstellen der Geräte</translation>
    </message>
    <message>
        <source>Exposure score by group</source>
        <translation>Gefährdung nach Gruppe</translation>
    </message>
    <message>
        <source>Exposure score</source>
        <translation>Gefährdungsbewertung</translation>
    </message>
    <message>
        <source>Alerts from Graph</source>
        <translation>Warnungen aus Graph</translation>
    </message>
    <message>
        <source>Comment on alert</source>
        <translation>Warnung kommentieren</translation>
    </message>
    <message>
        <source>Incidents</source>
        <translation>Incidents</translation>
    </message>
    <message>
        <source>Change incident</source>
        <translation>Incident ändern</translation>
    </message>
    <message>
        <source>Comment on incident</source>
        <translation>Incident kommentieren</translation>
    </message>
    <message>
        <source>Indicators</source>
        <translation>Indikatoren</translation>
    </message>
    <message>
        <source>Add or change indicator</source>
        <translation>Indikator hinzufügen oder ändern</translation>
    </message>
    <message>
        <source>Add or change many indicators</source>
        <translation>Viele Indikatoren hinzufügen oder ändern</translation>
    </message>
    <message>
        <source>Delete indicator</source>
        <translation>Indikator löschen</translation>
    </message>
    <message>
        <source>Delete many indicators</source>
        <translation>Viele Indikatoren löschen</translation>
    </message>
    <message>
        <source>Investigations</source>
        <translation>Untersuchungen</translation>
    </message>
    <message>
        <source>Live response library</source>
        <translation>Live-Response-Bibliothek</translation>
    </message>
    <message>
        <source>Upload library file</source>
        <translation>Bibliotheksdatei hochladen</translation>
    </message>
    <message>
        <source>Delete library file</source>
        <translation>Bibliotheksdatei löschen</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Aktionen</translation>
    </message>
    <message>
        <source>Link to package</source>
        <translation>Link zum Paket</translation>
    </message>
    <message>
        <source>Link to live response result</source>
        <translation>Link zum Live-Response-Ergebnis</translation>
    </message>
    <message>
        <source>Cancel action</source>
        <translation>Aktion abbrechen</translation>
    </message>
    <message>
        <source>Devices by address</source>
        <translation>Geräte nach Adresse</translation>
    </message>
    <message>
        <source>Devices by tag</source>
        <translation>Geräte nach Tag</translation>
    </message>
    <message>
        <source>Logged-on users</source>
        <translation>Angemeldete Benutzer</translation>
    </message>
    <message>
        <source>Number of alerts</source>
        <translation>Anzahl Warnungen</translation>
    </message>
    <message>
        <source>Software</source>
        <translation>Software</translation>
    </message>
    <message>
        <source>Weaknesses</source>
        <translation>Schwachstellen</translation>
    </message>
    <message>
        <source>Recommendations</source>
        <translation>Empfehlungen</translation>
    </message>
    <message>
        <source>Missing updates</source>
        <translation>Fehlende Updates</translation>
    </message>
    <message>
        <source>Isolate device</source>
        <translation>Gerät isolieren</translation>
    </message>
    <message>
        <source>Release from isolation</source>
        <translation>Aus der Isolierung freigeben</translation>
    </message>
    <message>
        <source>Restrict programs</source>
        <translation>Programme beschränken</translation>
    </message>
    <message>
        <source>Lift restriction of programs</source>
        <translation>Programmbeschränkung aufheben</translation>
    </message>
    <message>
        <source>Scan for malware</source>
        <translation>Auf Schadsoftware prüfen</translation>
    </message>
    <message>
        <source>Collect investigation package</source>
        <translation>Untersuchungspaket sammeln</translation>
    </message>
    <message>
        <source>Stop and quarantine file</source>
        <translation>Datei stoppen und unter Quarantäne stellen</translation>
    </message>
    <message>
        <source>Run live response</source>
        <translation>Live Response ausführen</translation>
    </message>
    <message>
        <source>Offboard device</source>
        <translation>Gerät ausbinden</translation>
    </message>
    <message>
        <source>Start automated investigation</source>
        <translation>Automatisierte Untersuchung starten</translation>
    </message>
    <message>
        <source>Change device</source>
        <translation>Gerät ändern</translation>
    </message>
    <message>
        <source>Add or remove tag</source>
        <translation>Tag hinzufügen oder entfernen</translation>
    </message>
    <message>
        <source>Add or remove tag on many devices</source>
        <translation>Tag auf vielen Geräten hinzufügen oder entfernen</translation>
    </message>
    <message>
        <source>Set value of device</source>
        <translation>Gerätewert festlegen</translation>
    </message>
    <message>
        <source>Remediation tasks</source>
        <translation>Behebungsaufgaben</translation>
    </message>
    <message>
        <source>Scanning devices</source>
        <translation>Scannende Geräte</translation>
    </message>
    <message>
        <source>Network scans</source>
        <translation>Netzwerkscans</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>Add network scan</source>
        <translation>Netzwerkscan hinzufügen</translation>
    </message>
    <message>
        <source>Change network scan</source>
        <translation>Netzwerkscan ändern</translation>
    </message>
    <message>
        <source>Delete network scans</source>
        <translation>Netzwerkscans löschen</translation>
    </message>
    <message>
        <source>Runs of network scans</source>
        <translation>Läufe der Netzwerkscans</translation>
    </message>
    <message>
        <source>Secure score</source>
        <translation>Sicherheitsbewertung</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versionen</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Incidents with alerts</source>
        <translation>Incidents mit Warnungen</translation>
    </message>
</context>
<context>
    <name>watchdesk::desktop::Shots</name>
    <message>
        <source>The folder cannot be made: %1</source>
        <translation>Der Ordner lässt sich nicht anlegen: %1</translation>
    </message>
    <message>
        <source>No device is chosen: the action sheet is left out.</source>
        <translation>Kein Gerät ausgewählt: das Aktionsblatt entfällt.</translation>
    </message>
    <message>
        <source>%1 did not come to rest in time.</source>
        <translation>%1 kam nicht rechtzeitig zur Ruhe.</translation>
    </message>
    <message>
        <source>The picture cannot be written: %1</source>
        <translation>Das Bild lässt sich nicht schreiben: %1</translation>
    </message>
</context>
<context>
    <name>watchdesk::desktop::Usage</name>
    <message>
        <source>Opens a lab tenant: a built-in scenario or a folder of telemetry.</source>
        <translation>Öffnet einen Lab-Mandanten: ein eingebautes Szenario oder einen Ordner mit Telemetrie.</translation>
    </message>
    <message>
        <source>Opens this saved tenant profile.</source>
        <translation>Öffnet dieses gespeicherte Mandantenprofil.</translation>
    </message>
    <message>
        <source>Uses this store file.</source>
        <translation>Verwendet diese Datenspeicher-Datei.</translation>
    </message>
    <message>
        <source>Opens the store for reading only.</source>
        <translation>Öffnet den Datenspeicher nur zum Lesen.</translation>
    </message>
    <message>
        <source>The API of a tenant without a profile.</source>
        <translation>Die API eines Mandanten ohne Profil.</translation>
    </message>
    <message>
        <source>Its token service.</source>
        <translation>Sein Tokendienst.</translation>
    </message>
    <message>
        <source>Its tenant id.</source>
        <translation>Seine Mandanten-ID.</translation>
    </message>
    <message>
        <source>The application&apos;s id.</source>
        <translation>Die ID der Anwendung.</translation>
    </message>
    <message>
        <source>Shows this view first: desk, hunt.</source>
        <translation>Zeigt zuerst diese Ansicht: desk, hunt.</translation>
    </message>
    <message>
        <source>dark, light or system.</source>
        <translation>dark, light oder system.</translation>
    </message>
    <message>
        <source>The language&apos;s code, such as de.</source>
        <translation>Das Kürzel der Sprache, etwa de.</translation>
    </message>
    <message>
        <source>Draws every view to PNG files in this folder and ends.</source>
        <translation>Zeichnet jede Ansicht als PNG-Datei in diesen Ordner und beendet sich.</translation>
    </message>
    <message>
        <source>The window&apos;s size, such as 1280x800.</source>
        <translation>Die Größe des Fensters, etwa 1280x800.</translation>
    </message>
    <message>
        <source>Prints when the window was usable and the longest block of its event loop.</source>
        <translation>Gibt aus, wann das Fenster bedienbar war und wie lange seine Ereignisschleife höchstens blockiert hat.</translation>
    </message>
    <message>
        <source>A desktop console for Microsoft Defender for Endpoint.</source>
        <translation>Eine Desktop-Konsole für Microsoft Defender for Endpoint.</translation>
    </message>
    <message>
        <source>Unknown theme &apos;%1&apos;: dark, light or system.</source>
        <translation>Unbekanntes Farbschema &apos;%1&apos;: dark, light oder system.</translation>
    </message>
    <message>
        <source>The size is written like 1280x800.</source>
        <translation>Die Größe wird wie 1280x800 angegeben.</translation>
    </message>
    <message>
        <source>Sends nothing: what is held is all there is.</source>
        <translation>Sendet nichts: Was vorliegt, ist alles.</translation>
    </message>
</context>
<context>
    <name>watchdesk::hunt</name>
    <message>
        <source>There are more than %1 rows.</source>
        <translation>Es gibt mehr als %1 Zeilen.</translation>
    </message>
    <message>
        <source>Not held completely: %1</source>
        <translation>Nicht vollständig vorhanden: %1</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>The cluster&apos;s answer makes no sense: %1.</source>
        <translation>Die Antwort des Clusters ist nicht verwertbar: %1.</translation>
    </message>
    <message>
        <source>it has too many columns</source>
        <translation>sie hat zu viele Spalten</translation>
    </message>
    <message>
        <source>column “%1” of type “%2”</source>
        <translation>Spalte „%1“ vom Typ „%2“</translation>
    </message>
    <message>
        <source>row %1 does not fit its columns</source>
        <translation>Zeile %1 passt nicht zu den Spalten</translation>
    </message>
    <message>
        <source>The cluster could not run the query: %1</source>
        <translation>Der Cluster konnte die Abfrage nicht ausführen: %1</translation>
    </message>
    <message>
        <source>it ends too early</source>
        <translation>sie endet zu früh</translation>
    </message>
    <message>
        <source>it has no result</source>
        <translation>sie hat kein Ergebnis</translation>
    </message>
    <message>
        <source>%1 cannot be written.</source>
        <translation>%1 lässt sich nicht schreiben.</translation>
    </message>
    <message>
        <source>%1 holds the slices of another hunt.</source>
        <translation>%1 enthält die Abschnitte einer anderen Abfrage.</translation>
    </message>
    <message>
        <source>%1 is damaged.</source>
        <translation>%1 ist beschädigt.</translation>
    </message>
    <message>
        <source>It cannot be cut into slices of time: %1.</source>
        <translation>Sie lässt sich nicht in Zeitabschnitte zerlegen: %1.</translation>
    </message>
    <message>
        <source>it defines now or ago itself</source>
        <translation>sie definiert now oder ago selbst</translation>
    </message>
    <message>
        <source>it cannot be read</source>
        <translation>sie ist nicht lesbar</translation>
    </message>
    <message>
        <source>it does not begin with one table</source>
        <translation>sie beginnt nicht mit genau einer Tabelle</translation>
    </message>
    <message>
        <source>“%1” follows on “take”</source>
        <translation>„%1“ folgt auf „take“</translation>
    </message>
    <message>
        <source>it is not sorted by its Timestamp</source>
        <translation>sie ist nicht nach Timestamp sortiert</translation>
    </message>
    <message>
        <source>“%1” looks at all rows together</source>
        <translation>„%1“ betrachtet alle Zeilen gemeinsam</translation>
    </message>
    <message>
        <source>“%1” follows on a sort</source>
        <translation>„%1“ folgt auf eine Sortierung</translation>
    </message>
    <message>
        <source>The slices have different columns.</source>
        <translation>Die Abschnitte haben verschiedene Spalten.</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>%1 kann nicht gelesen werden: %2</translation>
    </message>
    <message>
        <source>%1 is too large for externaldata.</source>
        <translation>%1 ist zu groß für externaldata.</translation>
    </message>
    <message>
        <source>Only Graph takes a time range beside the query.</source>
        <translation>Nur Graph nimmt neben der Abfrage einen Zeitraum an.</translation>
    </message>
    <message>
        <source>The service holds 30 days, and the query asks for more: the engines &quot;local&quot; and &quot;both&quot; find older rows in the held data.</source>
        <translation>Der Dienst enthält 30 Tage, und die Abfrage verlangt mehr: Die Engines „local“ und „both“ finden ältere Zeilen in den vorhandenen Daten.</translation>
    </message>
    <message>
        <source>The result has no column “%1”.</source>
        <translation>Das Ergebnis hat keine Spalte „%1“.</translation>
    </message>
    <message>
        <source>%1 needs a column of datetimes as x.</source>
        <translation>%1 braucht als x eine Spalte mit Zeitpunkten.</translation>
    </message>
    <message>
        <source>The column “%1” cannot be an x axis.</source>
        <translation>Die Spalte „%1“ taugt nicht als x-Achse.</translation>
    </message>
    <message>
        <source>%1 needs a column of datetimes as x and one of numbers as y.</source>
        <translation>%1 braucht als x eine Spalte mit Zeitpunkten und als y eine mit Zahlen.</translation>
    </message>
    <message>
        <source>%1 needs a column as x and one of numbers as y.</source>
        <translation>%1 braucht eine Spalte als x und eine mit Zahlen als y.</translation>
    </message>
    <message>
        <source>The column “%1” has no numbers to draw.</source>
        <translation>Die Spalte „%1“ enthält keine Zahlen.</translation>
    </message>
    <message>
        <source>%1 needs a column of numbers as y.</source>
        <translation>%1 braucht als y eine Spalte mit Zahlen.</translation>
    </message>
    <message>
        <source>The moments stand side by side, not to scale.</source>
        <translation>Die Zeitpunkte stehen nebeneinander, nicht maßstäblich.</translation>
    </message>
    <message>
        <source>The first %1 of %2 values of x are drawn.</source>
        <translation>Gezeichnet sind die ersten %1 von %2 x-Werten.</translation>
    </message>
    <message>
        <source>Of %1 points the highest of each step are drawn.</source>
        <translation>Von %1 Punkten sind je Schritt die höchsten gezeichnet.</translation>
    </message>
    <message>
        <source>Rows with the same x and series are added up.</source>
        <translation>Zeilen mit gleichem x und gleicher Reihe sind zusammengezählt.</translation>
    </message>
    <message>
        <source>%1 values below 0 have no share and are left out.</source>
        <translation>%1 Werte unter 0 haben keinen Anteil und fehlen.</translation>
    </message>
    <message>
        <source>%1 values of 0 or less have no place on a logarithmic axis.</source>
        <translation>%1 Werte bis 0 haben auf einer logarithmischen Achse keinen Platz.</translation>
    </message>
    <message>
        <source>There are too many gaps for lines: points are drawn.</source>
        <translation>Für Linien gibt es zu viele Lücken: gezeichnet sind Punkte.</translation>
    </message>
    <message>
        <source>The first %1 of %2 points are drawn.</source>
        <translation>Gezeichnet sind die ersten %1 von %2 Punkten.</translation>
    </message>
    <message>
        <source>Of %1 points the smallest and the greatest of each step are drawn.</source>
        <translation>Von %1 Punkten sind je Schritt der kleinste und der größte gezeichnet.</translation>
    </message>
    <message>
        <source>Maps are not drawn here.</source>
        <translation>Karten werden hier nicht gezeichnet.</translation>
    </message>
    <message>
        <source>The value of %1 is computed and not shown.</source>
        <translation>Der Wert von %1 wird berechnet und fehlt hier.</translation>
    </message>
    <message>
        <source>ysplit=%1 is not drawn: all series share one y axis.</source>
        <translation>ysplit=%1 wird nicht gezeichnet: alle Reihen teilen eine y-Achse.</translation>
    </message>
    <message>
        <source>No anomalies are marked: anomalycolumns names none.</source>
        <translation>Anomalien sind nicht markiert: anomalycolumns nennt keine.</translation>
    </message>
    <message>
        <source>Spans are drawn in seconds.</source>
        <translation>Zeitspannen sind in Sekunden gezeichnet.</translation>
    </message>
    <message>
        <source>There is no row for a card.</source>
        <translation>Für eine Karte fehlt eine Zeile.</translation>
    </message>
    <message>
        <source>The first of %1 rows is shown.</source>
        <translation>Gezeigt wird die erste von %1 Zeilen.</translation>
    </message>
    <message>
        <source>The first %1 of %2 columns are shown.</source>
        <translation>Gezeigt werden die ersten %1 von %2 Spalten.</translation>
    </message>
    <message>
        <source>Only the first column of numbers is drawn.</source>
        <translation>Nur die erste Zahlenspalte ist gezeichnet.</translation>
    </message>
    <message>
        <source>%1 values of 0 or less have no slice.</source>
        <translation>%1 Werte bis 0 haben kein Stück.</translation>
    </message>
    <message>
        <source>%1 others</source>
        <translation>%1 andere</translation>
    </message>
    <message>
        <source>Only numbers have a logarithmic x axis.</source>
        <translation>Nur Zahlen haben eine logarithmische x-Achse.</translation>
    </message>
    <message>
        <source>What is stacked has no logarithmic y axis.</source>
        <translation>Gestapeltes hat keine logarithmische y-Achse.</translation>
    </message>
    <message>
        <source>%1 is not drawn here: the rows stand in the grid.</source>
        <translation>%1 wird hier nicht gezeichnet: die Zeilen stehen in der Tabelle.</translation>
    </message>
    <message>
        <source>There is no value to draw.</source>
        <translation>Es gibt keinen Wert zum Zeichnen.</translation>
    </message>
    <message>
        <source>The first %1 of %2 series are drawn.</source>
        <translation>Gezeichnet sind die ersten %1 von %2 Reihen.</translation>
    </message>
    <message>
        <source>%1 values without an x are left out.</source>
        <translation>%1 Werte ohne x fehlen.</translation>
    </message>
    <message>
        <source>%1 values are too large to be drawn.</source>
        <translation>%1 Werte sind zu groß zum Zeichnen.</translation>
    </message>
    <message>
        <source>The first %1 values are drawn.</source>
        <translation>Gezeichnet sind die ersten %1 Werte.</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>The results have different columns.</source>
        <translation>Die Ergebnisse haben verschiedene Spalten.</translation>
    </message>
    <message>
        <source>The results are too large to be compared.</source>
        <translation>Die Ergebnisse sind zu groß für einen Vergleich.</translation>
    </message>
    <message>
        <source>before</source>
        <translation>vorher</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>added</source>
        <translation>neu</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>entfallen</translation>
    </message>
    <message>
        <source>The query gives several tables, which both engines together cannot.</source>
        <translation>Die Abfrage liefert mehrere Tabellen; das geht nicht mit beiden Quellen zugleich.</translation>
    </message>
</context>
<context>
    <name>watchdesk::hunt::SliceRun</name>
    <message>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>How far its rows reach cannot be told.</source>
        <translation>Wie weit die Zeilen reichen, lässt sich nicht feststellen.</translation>
    </message>
    <message>
        <source>It would take too many slices.</source>
        <translation>Es wären zu viele Abschnitte nötig.</translation>
    </message>
    <message>
        <source>%1 %2 of %3 slices are kept: the same hunt goes on from there.</source>
        <translation>%1 %2 von %3 Abschnitten sind aufbewahrt: dieselbe Abfrage macht dort weiter.</translation>
    </message>
    <message>
        <source>One moment alone has more than is given: %1</source>
        <translation>Schon ein einziger Zeitpunkt hat mehr, als geliefert wird: %1</translation>
    </message>
    <message>
        <source>It has more rows than fit into memory.</source>
        <translation>Es sind mehr Zeilen, als in den Arbeitsspeicher passen.</translation>
    </message>
</context>
<context>
    <name>watchdesk::hunt::T</name>
    <message>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
    </message>
</context>
<context>
    <name>watchdesk::kql</name>
    <message>
        <source>The aggregate function &apos;%1&apos; is not allowed in this context.</source>
        <translation>Die Aggregatfunktion &apos;%1&apos; ist hier nicht zulässig.</translation>
    </message>
    <message>
        <source>The name &apos;%1&apos; does not refer to any known function.</source>
        <translation>Der Name &apos;%1&apos; bezeichnet keine bekannte Funktion.</translation>
    </message>
    <message>
        <source>The operator &apos;%1&apos; is not defined for the operand types %2 and %3.</source>
        <translation>Der Operator &apos;%1&apos; ist für die Operandentypen %2 und %3 nicht definiert.</translation>
    </message>
    <message>
        <source>Comparing %1 with %2 is not supported.</source>
        <translation>Der Vergleich von %1 mit %2 wird nicht unterstützt.</translation>
    </message>
    <message>
        <source>The operator &apos;%1&apos; is not defined for the operand types %2, %3 and %4.</source>
        <translation>Der Operator &apos;%1&apos; ist für die Operandentypen %2, %3 und %4 nicht definiert.</translation>
    </message>
    <message>
        <source>mv-expand to typeof(%1) is not supported.</source>
        <translation>mv-expand nach typeof(%1) wird nicht unterstützt.</translation>
    </message>
    <message>
        <source>The expression must have the type %1.</source>
        <translation>Der Ausdruck muss den Typ %1 haben.</translation>
    </message>
    <message>
        <source>The name of a type expected.</source>
        <translation>Ein Typname wird erwartet.</translation>
    </message>
    <message>
        <source>The expression must have one of the types: %1.</source>
        <translation>Der Ausdruck muss einen dieser Typen haben: %1.</translation>
    </message>
    <message>
        <source>A value of type %1 expected.</source>
        <translation>Ein Wert vom Typ %1 wird erwartet.</translation>
    </message>
    <message>
        <source>The function &apos;%1&apos; expects %2 argument(s).</source>
        <translation>Die Funktion &apos;%1&apos; erwartet %2 Argument(e).</translation>
    </message>
    <message>
        <source>The function %1 is not supported.</source>
        <translation>Die Funktion %1 wird nicht unterstützt.</translation>
    </message>
    <message>
        <source>The expression value must be an integer.</source>
        <translation>Der Ausdruck muss eine ganze Zahl ergeben.</translation>
    </message>
    <message>
        <source>The value of type &apos;%1&apos; is not allowed in this context.</source>
        <translation>Ein Wert vom Typ &apos;%1&apos; ist hier nicht zulässig.</translation>
    </message>
    <message>
        <source>Expected: %1</source>
        <translation>Erwartet: %1</translation>
    </message>
    <message>
        <source>Incorrect number data values. The values should appear in multiples of %1.</source>
        <translation>Falsche Anzahl von Datenwerten. Die Anzahl muss ein Vielfaches von %1 sein.</translation>
    </message>
    <message>
        <source>%1() asks the service and cannot run on held data.</source>
        <translation>%1() fragt den Dienst und läuft nicht auf lokalen Daten.</translation>
    </message>
    <message>
        <source>The function &apos;%1&apos; expects %n argument(s).</source>
        <translation>Die Funktion &apos;%1&apos; erwartet %n Argument(e).</translation>
    </message>
    <message>
        <source>Functions call each other too deeply.</source>
        <translation>Funktionen rufen einander zu tief verschachtelt auf.</translation>
    </message>
    <message>
        <source>The query is too large.</source>
        <translation>Die Abfrage ist zu groß.</translation>
    </message>
    <message>
        <source>The query is not valid.</source>
        <translation>Die Abfrage ist ungültig.</translation>
    </message>
    <message>
        <source>There is no query.</source>
        <translation>Keine Abfrage vorhanden.</translation>
    </message>
    <message>
        <source>Column name expected.</source>
        <translation>Ein Spaltenname wird erwartet.</translation>
    </message>
    <message>
        <source>partition inside of another subquery is not supported.</source>
        <translation>partition in einer anderen Unterabfrage wird nicht unterstützt.</translation>
    </message>
    <message>
        <source>Reading a %1 out of a text is not supported.</source>
        <translation>Ein %1 aus einem Text zu lesen, wird nicht unterstützt.</translation>
    </message>
    <message>
        <source>The limit must be a plain number.</source>
        <translation>Die Obergrenze muss eine einfache Zahl sein.</translation>
    </message>
    <message>
        <source>The expression must be a literal string.</source>
        <translation>Der Ausdruck muss ein Zeichenkettenliteral sein.</translation>
    </message>
    <message>
        <source>The regular expression cannot be used here: %1</source>
        <translation>Der reguläre Ausdruck ist hier nicht verwendbar: %1</translation>
    </message>
    <message>
        <source>The number of the group must be a plain number.</source>
        <translation>Die Nummer der Gruppe muss eine einfache Zahl sein.</translation>
    </message>
    <message>
        <source>The regular expression has no group %1.</source>
        <translation>Der reguläre Ausdruck hat keine Gruppe %1.</translation>
    </message>
    <message>
        <source>The rewrite pattern cannot be used here: %1</source>
        <translation>Das Ersetzungsmuster ist hier nicht verwendbar: %1</translation>
    </message>
    <message>
        <source>row_window_session() is not supported here.</source>
        <translation>row_window_session() wird hier nicht unterstützt.</translation>
    </message>
    <message>
        <source>%1() needs rows in an order: put serialize or sort before it.</source>
        <translation>%1() braucht geordnete Zeilen: serialize oder sort voranstellen.</translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation>%1 Zeilen</translation>
    </message>
    <message>
        <source>table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>no rows held</source>
        <translation>keine Zeilen lokal</translation>
    </message>
    <message>
        <source>%1 columns</source>
        <translation>%1 Spalten</translation>
    </message>
    <message>
        <source>Select a whole expression, or a pipe from its beginning.</source>
        <translation>Einen ganzen Ausdruck auswählen, oder eine Pipe von ihrem Anfang an.</translation>
    </message>
    <message>
        <source>This reads columns of its row; it cannot stand alone.</source>
        <translation>Dies liest Spalten seiner Zeile; es kann nicht für sich stehen.</translation>
    </message>
    <message>
        <source>Change to %1</source>
        <translation>In %1 ändern</translation>
    </message>
    <message>
        <source>Quote the column %1</source>
        <translation>Spalte %1 in Anführungszeichen setzen</translation>
    </message>
    <message>
        <source>Gives: %1</source>
        <translation>Liefert: %1</translation>
    </message>
    <message>
        <source>Differs: %1</source>
        <translation>Abweichung: %1</translation>
    </message>
    <message>
        <source>Does not run on held data.</source>
        <translation>Läuft nicht auf lokalen Daten.</translation>
    </message>
    <message>
        <source>A function of this query.</source>
        <translation>Eine Funktion dieser Abfrage.</translation>
    </message>
    <message>
        <source>%1: rows</source>
        <translation>%1: Zeilen</translation>
    </message>
    <message>
        <source>A value of this query.</source>
        <translation>Ein Wert dieser Abfrage.</translation>
    </message>
    <message>
        <source>A parameter of this query&apos;s function.</source>
        <translation>Ein Parameter der Funktion dieser Abfrage.</translation>
    </message>
    <message>
        <source>A name of this query.</source>
        <translation>Ein Name dieser Abfrage.</translation>
    </message>
    <message>
        <source>%1: table</source>
        <translation>%1: Tabelle</translation>
    </message>
    <message>
        <source>%1 rows held</source>
        <translation>%1 Zeilen lokal</translation>
    </message>
    <message>
        <source>A regular expression is tried before a cheaper filter.</source>
        <translation>Ein regulärer Ausdruck wird vor einem günstigeren Filter geprüft.</translation>
    </message>
    <message>
        <source>Put the cheaper filter first</source>
        <translation>Den günstigeren Filter voranstellen</translation>
    </message>
    <message>
        <source>%1 and %2 are one step: top.</source>
        <translation>%1 und %2 sind ein Schritt: top.</translation>
    </message>
    <message>
        <source>Make it top</source>
        <translation>Durch top ersetzen</translation>
    </message>
    <message>
        <source>All rows are sorted; top would keep the first ones only.</source>
        <translation>Alle Zeilen werden sortiert; top würde nur die ersten behalten.</translation>
    </message>
    <message>
        <source>Keep the first 100</source>
        <translation>Die ersten 100 behalten</translation>
    </message>
    <message>
        <source>%1 comes before a filter: it keeps any rows, also those that the filter drops.</source>
        <translation>%1 steht vor einem Filter: es behält beliebige Zeilen, auch solche, die der Filter verwirft.</translation>
    </message>
    <message>
        <source>Filter first</source>
        <translation>Zuerst filtern</translation>
    </message>
    <message>
        <source>The filter does not need %1 and should come before it.</source>
        <translation>Der Filter braucht %1 nicht und sollte davor stehen.</translation>
    </message>
    <message>
        <source>%1 reads every table of that name; name those that are needed.</source>
        <translation>%1 liest jede Tabelle dieses Namens; die benötigten nennen.</translation>
    </message>
    <message>
        <source>search looks into every column of every table; name tables: search in (Table) …</source>
        <translation>search durchsucht jede Spalte jeder Tabelle; Tabellen nennen: search in (Table) …</translation>
    </message>
    <message>
        <source>search * keeps every row.</source>
        <translation>search * behält jede Zeile.</translation>
    </message>
    <message>
        <source>Without a kind the join is innerunique: one left row a key is kept.</source>
        <translation>Ohne kind ist der join innerunique: je Schlüssel bleibt eine linke Zeile.</translation>
    </message>
    <message>
        <source>Say kind=inner</source>
        <translation>kind=inner angeben</translation>
    </message>
    <message>
        <source>Say kind=innerunique</source>
        <translation>kind=innerunique angeben</translation>
    </message>
    <message>
        <source>%1 looks at every position; %2 finds whole terms and is quicker.</source>
        <translation>%1 prüft jede Position; %2 findet ganze Begriffe und ist schneller.</translation>
    </message>
    <message>
        <source>Use %1 (whole terms only)</source>
        <translation>%1 verwenden (nur ganze Begriffe)</translation>
    </message>
    <message>
        <source>Compare without regard to case (%1)</source>
        <translation>Ohne Groß-/Kleinschreibung vergleichen (%1)</translation>
    </message>
    <message>
        <source>%1() of every row; %2 compares without regard to case.</source>
        <translation>%1() je Zeile; %2 vergleicht ohne Groß-/Kleinschreibung.</translation>
    </message>
    <message>
        <source>%1() never gives a text like this one.</source>
        <translation>%1() liefert nie einen Text wie diesen.</translation>
    </message>
    <message>
        <source>* is an ordinary character here; %1 does not know it.</source>
        <translation>* ist hier ein gewöhnliches Zeichen; %1 kennt es nicht als Platzhalter.</translation>
    </message>
    <message>
        <source>Drop the leading %1</source>
        <translation>Das führende %1 entfernen</translation>
    </message>
    <message>
        <source>The pattern begins with %1, which every text matches.</source>
        <translation>Das Muster beginnt mit %1; darauf passt jeder Text.</translation>
    </message>
    <message>
        <source>One list reads better: %1.</source>
        <translation>Eine Liste liest sich besser: %1.</translation>
    </message>
    <message>
        <source>Make it one list</source>
        <translation>Zu einer Liste zusammenfassen</translation>
    </message>
    <message>
        <source>Add a filter on the last 7 days</source>
        <translation>Filter auf die letzten 7 Tage hinzufügen</translation>
    </message>
    <message>
        <source>No filter on %1: all that is held of %2 is read.</source>
        <translation>Kein Filter auf %1: alle lokalen Daten von %2 werden gelesen.</translation>
    </message>
    <message>
        <source>The join reads all that is held of %1: no filter on %2.</source>
        <translation>Der join liest alle lokalen Daten von %1: kein Filter auf %2.</translation>
    </message>
    <message>
        <source>There is no name of the query&apos;s own here.</source>
        <translation>Hier steht kein eigener Name der Abfrage.</translation>
    </message>
    <message>
        <source>This is no name.</source>
        <translation>Dies ist kein Name.</translation>
    </message>
    <message>
        <source>“%1” means something else in this query.</source>
        <translation>„%1“ bedeutet in dieser Abfrage etwas anderes.</translation>
    </message>
    <message>
        <source>The expression value must be a number.</source>
        <translation>Der Ausdruck muss eine Zahl ergeben.</translation>
    </message>
    <message>
        <source>The argument value must be summable: a number, timespan or datetime.</source>
        <translation>Das Argument muss summierbar sein: Zahl, timespan oder datetime.</translation>
    </message>
    <message>
        <source>The argument value must be orderable: a number, timespan, datetime, string or boolean.</source>
        <translation>Das Argument muss sortierbar sein: Zahl, timespan, datetime, string oder bool.</translation>
    </message>
    <message>
        <source>The expression value must be a dynamic array.</source>
        <translation>Der Ausdruck muss ein dynamic-Array ergeben.</translation>
    </message>
    <message>
        <source>This argument must be a constant.</source>
        <translation>Dieses Argument muss eine Konstante sein.</translation>
    </message>
    <message>
        <source>%1() of the type %2 is not supported.</source>
        <translation>%1() vom Typ %2 wird nicht unterstützt.</translation>
    </message>
    <message>
        <source>This argument must be a plain value.</source>
        <translation>Dieses Argument muss ein einfacher Wert sein.</translation>
    </message>
    <message>
        <source>table() takes a plain name here.</source>
        <translation>table() nimmt hier einen einfachen Namen.</translation>
    </message>
    <message>
        <source>There is no table %1.</source>
        <translation>Es gibt keine Tabelle %1.</translation>
    </message>
    <message>
        <source>The plugin %1 is not supported.</source>
        <translation>Das Plugin %1 wird nicht unterstützt.</translation>
    </message>
    <message>
        <source>The plug-in function &apos;%1&apos; is not defined.</source>
        <translation>Die Plugin-Funktion „%1“ ist nicht definiert.</translation>
    </message>
    <message>
        <source>The operator %1 needs a graph.</source>
        <translation>Der Operator %1 braucht einen Graphen.</translation>
    </message>
    <message>
        <source>graph-to-table gives one table here.</source>
        <translation>graph-to-table liefert hier eine Tabelle.</translation>
    </message>
    <message>
        <source>graph-mark-components kind=%1 is not supported.</source>
        <translation>graph-mark-components kind=%1 wird nicht unterstützt.</translation>
    </message>
    <message>
        <source>The length of a path must be a plain number.</source>
        <translation>Die Länge eines Pfads muss eine einfache Zahl sein.</translation>
    </message>
    <message>
        <source>%1() is answered from held data, which knows less than the service.</source>
        <translation>%1() wird aus den vorhandenen Daten beantwortet, die weniger wissen als der Dienst.</translation>
    </message>
    <message>
        <source>FileProfile() has nothing to look the column %1 up in.</source>
        <translation>FileProfile() hat nichts, worin die Spalte %1 nachzuschlagen wäre.</translation>
    </message>
    <message>
        <source>DeviceFromIP() has nothing to look the column %1 up in.</source>
        <translation>DeviceFromIP() hat nichts, worin die Spalte %1 nachzuschlagen wäre.</translation>
    </message>
    <message>
        <source>The tabular value does not have the required columns.</source>
        <translation>Der Tabellenwert hat nicht die nötigen Spalten.</translation>
    </message>
    <message>
        <source>A graph is no table: graph-match and graph-to-table give one.</source>
        <translation>Ein Graph ist keine Tabelle: graph-match und graph-to-table liefern eine.</translation>
    </message>
    <message>
        <source>None of the tables that the query may do without is held.</source>
        <translation>Keine der Tabellen, die der Abfrage fehlen dürfen, ist vorhanden.</translation>
    </message>
    <message>
        <source>bag_unpack of a %1 is not supported.</source>
        <translation>bag_unpack von %1 wird nicht unterstützt.</translation>
    </message>
    <message>
        <source>Unpacking a %1 is not supported.</source>
        <translation>Das Entpacken von %1 wird nicht unterstützt.</translation>
    </message>
    <message>
        <source>bag_unpack: there is a column %1 already.</source>
        <translation>bag_unpack: eine Spalte %1 gibt es bereits.</translation>
    </message>
    <message>
        <source>The columns that bag_unpack gives depend on the data.</source>
        <translation>Welche Spalten bag_unpack liefert, hängt von den Daten ab.</translation>
    </message>
    <message>
        <source>Nodes and edges have keys of different types.</source>
        <translation>Knoten und Kanten haben Schlüssel verschiedener Typen.</translation>
    </message>
    <message>
        <source>A whole node or edge is not supported as a value.</source>
        <translation>Ein ganzer Knoten oder eine ganze Kante wird als Wert nicht unterstützt.</translation>
    </message>
    <message>
        <source>%1() is not supported here in a pattern.</source>
        <translation>%1() wird hier in einem Muster nicht unterstützt.</translation>
    </message>
    <message>
        <source>The pattern is too large.</source>
        <translation>Das Muster ist zu groß.</translation>
    </message>
    <message>
        <source>cycles=none with a path among several edges is not supported.</source>
        <translation>cycles=none mit einem Pfad unter mehreren Kanten wird nicht unterstützt.</translation>
    </message>
    <message>
        <source>graph-shortest-paths takes one path.</source>
        <translation>graph-shortest-paths erwartet einen Pfad.</translation>
    </message>
    <message>
        <source>Paths of 1 to %1 edges are supported.</source>
        <translation>Unterstützt werden Pfade mit 1 bis %1 Kanten.</translation>
    </message>
    <message>
        <source>%1 looks up texts.</source>
        <translation>%1 schlägt Texte nach.</translation>
    </message>
    <message>
        <source>make-series takes range(start, stop, step) after in.</source>
        <translation>make-series erwartet nach in: range(start, stop, step).</translation>
    </message>
    <message>
        <source>The type &apos;%1&apos; is not an appropriate interval type for &apos;%2&apos;</source>
        <translation>Der Typ &apos;%1&apos; ist kein passender Intervalltyp für &apos;%2&apos;</translation>
    </message>
    <message>
        <source>pivot takes one aggregate function.</source>
        <translation>pivot erwartet eine Aggregatfunktion.</translation>
    </message>
    <message>
        <source>pivot would give more than %1 columns.</source>
        <translation>pivot würde mehr als %1 Spalten liefern.</translation>
    </message>
    <message>
        <source>pivot gives %1 here and not %2.</source>
        <translation>pivot liefert hier %1 und nicht %2.</translation>
    </message>
    <message>
        <source>The columns that pivot gives depend on the data.</source>
        <translation>Welche Spalten pivot liefert, hängt von den Daten ab.</translation>
    </message>
    <message>
        <source>The name &apos;%1&apos; does not refer to any known column, table, variable or function.</source>
        <translation>Der Name &apos;%1&apos; bezeichnet keine bekannte Spalte, Tabelle, Variable oder Funktion.</translation>
    </message>
    <message>
        <source>%1 cannot be read as %2.</source>
        <translation>%1 ist nicht als %2 lesbar.</translation>
    </message>
    <message>
        <source>A * in the middle of a text is not supported in search.</source>
        <translation>Ein * mitten im Text wird in search nicht unterstützt.</translation>
    </message>
    <message>
        <source>* is compared with plain texts only.</source>
        <translation>* wird nur mit einfachen Texten verglichen.</translation>
    </message>
    <message>
        <source>top-nested of more than nine levels is not supported.</source>
        <translation>top-nested mit mehr als neun Ebenen wird nicht unterstützt.</translation>
    </message>
    <message>
        <source>The expression must be a constant.</source>
        <translation>Der Ausdruck muss eine Konstante sein.</translation>
    </message>
    <message>
        <source>The name must be known before the query runs.</source>
        <translation>Der Name muss bekannt sein, bevor die Abfrage läuft.</translation>
    </message>
    <message>
        <source>toscalar() of a subquery&apos;s own rows is not supported here.</source>
        <translation>toscalar() der eigenen Zeilen einer Unterabfrage wird hier nicht unterstützt.</translation>
    </message>
    <message>
        <source>How often %1 runs its subquery depends on the data.</source>
        <translation>Wie oft %1 die Unterabfrage ausführt, hängt von den Daten ab.</translation>
    </message>
    <message>
        <source>%1 with this subquery takes %2 values at most.</source>
        <translation>%1 nimmt mit dieser Unterabfrage höchstens %2 Werte an.</translation>
    </message>
    <message>
        <source>The expression must be a literal.</source>
        <translation>Der Ausdruck muss ein Literal sein.</translation>
    </message>
    <message>
        <source>Tables of nodes have to call their key alike.</source>
        <translation>Tabellen von Knoten müssen ihren Schlüssel gleich nennen.</translation>
    </message>
    <message>
        <source>The column %1 has several types.</source>
        <translation>Die Spalte %1 hat mehrere Typen.</translation>
    </message>
    <message>
        <source>%1() needs bins of whole numbers or times.</source>
        <translation>%1() braucht Klassen ganzer Zahlen oder Zeiten.</translation>
    </message>
    <message>
        <source>scan with %1 is not supported.</source>
        <translation>scan mit %1 wird nicht unterstützt.</translation>
    </message>
    <message>
        <source>scan without steps is not supported.</source>
        <translation>scan ohne Schritte wird nicht unterstützt.</translation>
    </message>
    <message>
        <source>scan of more than %1 steps is not supported.</source>
        <translation>scan mit mehr als %1 Schritten wird nicht unterstützt.</translation>
    </message>
    <message>
        <source>Two steps of scan have the name %1.</source>
        <translation>Zwei Schritte von scan haben den Namen %1.</translation>
    </message>
    <message>
        <source>The condition of a step must have the type bool.</source>
        <translation>Die Bedingung eines Schrittes muss den Typ bool haben.</translation>
    </message>
    <message>
        <source>A step of scan assigns %1 twice.</source>
        <translation>Ein Schritt von scan belegt %1 zweimal.</translation>
    </message>
    <message>
        <source>Missing %1</source>
        <translation>Es fehlt: %1</translation>
    </message>
    <message>
        <source>name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>The operator %1 is not supported.</source>
        <translation>Der Operator %1 wird nicht unterstützt.</translation>
    </message>
    <message>
        <source>The name of the others must have the type %1.</source>
        <translation>Der Name der übrigen muss den Typ %1 haben.</translation>
    </message>
    <message>
        <source>A part of the query has no translation.</source>
        <translation>Ein Teil der Abfrage lässt sich nicht übersetzen.</translation>
    </message>
    <message>
        <source>No IP location database is open; geo_info_from_ip_address() gives an empty bag.</source>
        <translation>Keine IP-Ortsdatenbank ist geöffnet; geo_info_from_ip_address() gibt einen leeren Bag.</translation>
    </message>
    <message>
        <source>A step of scan cannot read another column that it assigns.</source>
        <translation>Ein Schritt von scan kann keine andere Spalte lesen, der er selbst zuweist.</translation>
    </message>
    <message>
        <source>%1 is no IP location database: %2.</source>
        <translation>%1 ist keine IP-Ortsdatenbank: %2.</translation>
    </message>
    <message>
        <source>%1() without a path gives several tables.</source>
        <translation>%1() ohne Pfad liefert mehrere Tabellen.</translation>
    </message>
    <message>
        <source>No pattern matches the specified arguments.</source>
        <translation>Kein Muster passt zu diesen Argumenten.</translation>
    </message>
    <message>
        <source>Tables of other databases and clusters are not held.</source>
        <translation>Tabellen anderer Datenbanken und Cluster liegen nicht vor.</translation>
    </message>
    <message>
        <source>%1 is not supported: read a file with externaldata.</source>
        <translation>%1 wird nicht unterstützt: Dateien mit externaldata lesen.</translation>
    </message>
    <message>
        <source>The name &apos;%1&apos; does not refer to any known external table.</source>
        <translation>Der Name „%1“ bezeichnet keine bekannte externe Tabelle.</translation>
    </message>
    <message>
        <source>The name &apos;%1&apos; does not refer to any known materialized view.</source>
        <translation>Der Name „%1“ bezeichnet keine bekannte materialisierte Sicht.</translation>
    </message>
    <message>
        <source>The name &apos;%1&apos; does not refer to any known stored query result.</source>
        <translation>Der Name „%1“ bezeichnet kein bekanntes gespeichertes Ergebnis.</translation>
    </message>
    <message>
        <source>The name &apos;%1&apos; does not refer to any known graph model.</source>
        <translation>Der Name „%1“ bezeichnet kein bekanntes Graphmodell.</translation>
    </message>
    <message>
        <source>Summable literal expected.</source>
        <translation>Zahl erwartet.</translation>
    </message>
    <message>
        <source>Boolean literal expected.</source>
        <translation>Wahrheitswert erwartet.</translation>
    </message>
    <message>
        <source>schema_merge() of columns of several types is not supported.</source>
        <translation>schema_merge() für Spalten mit mehreren Typen wird nicht unterstützt.</translation>
    </message>
    <message>
        <source>schema_merge() of columns that claim one place is not supported.</source>
        <translation>schema_merge() für Spalten, die denselben Platz beanspruchen, wird nicht unterstützt.</translation>
    </message>
    <message>
        <source>facet takes columns of simple types.</source>
        <translation>facet nimmt nur Spalten einfacher Typen.</translation>
    </message>
    <message>
        <source>A tabular or scalar value expected.</source>
        <translation>Eine Tabelle oder ein Skalar wird erwartet.</translation>
    </message>
    <message>
        <source>The plugin %1 needs rows.</source>
        <translation>Das Plugin %1 braucht Zeilen.</translation>
    </message>
    <message>
        <source>The * syntax is not allowed here.</source>
        <translation>Die Schreibweise * ist hier nicht erlaubt.</translation>
    </message>
    <message>
        <source>The operator %1 behind a pipe is not supported.</source>
        <translation>Der Operator %1 hinter einer Pipe wird nicht unterstützt.</translation>
    </message>
    <message>
        <source>parse_user_agent() needs the patterns of uap-core, which are not installed.</source>
        <translation>parse_user_agent() braucht die Muster von uap-core, die nicht installiert sind.</translation>
    </message>
    <message>
        <source>%1 cannot be read.</source>
        <translation>%1 kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>%1 holds no patterns of user agents: %2</source>
        <translation>%1 enthält keine User-Agent-Muster: %2</translation>
    </message>
</context>
<context>
    <name>watchdesk::kql::Binder</name>
    <message>
        <source>A variable with the name &apos;%1&apos; has already been declared.</source>
        <translation>Eine Variable mit dem Namen &apos;%1&apos; ist bereits deklariert.</translation>
    </message>
    <message>
        <source>A column&apos;s value cannot be used in another table&apos;s row.</source>
        <translation>Ein Spaltenwert ist in der Zeile einer anderen Tabelle nicht verwendbar.</translation>
    </message>
    <message>
        <source>The name &apos;%1&apos; is not an aggregate or scalar function.</source>
        <translation>&apos;%1&apos; ist weder Aggregat- noch Skalarfunktion.</translation>
    </message>
    <message>
        <source>Scalar value expected.</source>
        <translation>Ein Skalarwert wird erwartet.</translation>
    </message>
    <message>
        <source>The expression must have the type %1.</source>
        <translation>Der Ausdruck muss den Typ %1 haben.</translation>
    </message>
    <message>
        <source>Tabular value expected.</source>
        <translation>Ein Tabellenwert wird erwartet.</translation>
    </message>
    <message>
        <source>The operator %1 is not supported.</source>
        <translation>Der Operator %1 wird nicht unterstützt.</translation>
    </message>
    <message>
        <source>Unknown query operator: %1</source>
        <translation>Unbekannter Abfrageoperator: %1</translation>
    </message>
    <message>
        <source>The query has too many steps.</source>
        <translation>Die Abfrage hat zu viele Schritte.</translation>
    </message>
    <message>
        <source>The query is too large.</source>
        <translation>Die Abfrage ist zu groß.</translation>
    </message>
    <message>
        <source>The name &apos;%1&apos; does not refer to any known column, table, variable or function.</source>
        <translation>Der Name &apos;%1&apos; bezeichnet keine bekannte Spalte, Tabelle, Variable oder Funktion.</translation>
    </message>
    <message>
        <source>The name &apos;%1&apos; does not refer to any known table, tabular variable or function.</source>
        <translation>Der Name &apos;%1&apos; bezeichnet keine bekannte Tabelle, Tabellenvariable oder Funktion.</translation>
    </message>
    <message>
        <source>Did you mean %1?</source>
        <translation>Gemeint: %1?</translation>
    </message>
    <message>
        <source>Whether there is a column %1 depends on data that is not held.</source>
        <translation>Ob es eine Spalte %1 gibt, hängt von Daten ab, die nicht vorliegen.</translation>
    </message>
    <message>
        <source>The operator %1 is not supported inside of a subquery for each row or value.</source>
        <translation>Der Operator %1 wird in einer Unterabfrage je Zeile oder Wert nicht unterstützt.</translation>
    </message>
    <message>
        <source>The fuzzy name &apos;%1&apos; does not refer to any known or currently accessible table.</source>
        <translation>Das Namensmuster &apos;%1&apos; passt auf keine bekannte oder derzeit verfügbare Tabelle.</translation>
    </message>
    <message>
        <source>%1 is not supported.</source>
        <translation>%1 wird nicht unterstützt.</translation>
    </message>
    <message>
        <source>The parameter %1 has no value.</source>
        <translation>Der Parameter %1 hat keinen Wert.</translation>
    </message>
    <message>
        <source>Tables of other databases and clusters are not held.</source>
        <translation>Tabellen anderer Datenbanken und Cluster sind nicht vorhanden.</translation>
    </message>
    <message>
        <source>The operator %1 needs a table and not a graph.</source>
        <translation>Der Operator %1 braucht eine Tabelle, keinen Graphen.</translation>
    </message>
    <message>
        <source>The operator %1 needs one table and not several.</source>
        <translation>Der Operator %1 braucht eine Tabelle, nicht mehrere.</translation>
    </message>
    <message>
        <source>The function &apos;%1&apos; requires an argument list.</source>
        <translation>Die Funktion „%1“ braucht eine Argumentliste.</translation>
    </message>
</context>
<context>
    <name>watchdesk::kql::External</name>
    <message>
        <source>What externaldata reads is too large.</source>
        <translation>Was externaldata liest, ist zu groß.</translation>
    </message>
    <message>
        <source>The address must be a plain text.</source>
        <translation>Die Adresse muss ein einfacher Text sein.</translation>
    </message>
    <message>
        <source>externaldata may not read %1 here: allow its host or folder to let it.</source>
        <translation>externaldata darf %1 hier nicht lesen: dafür den Host oder Ordner erlauben.</translation>
    </message>
    <message>
        <source>externaldata does not read the format %1 here.</source>
        <translation>externaldata liest das Format %1 hier nicht.</translation>
    </message>
    <message>
        <source>externaldata does not read a %1 here.</source>
        <translation>externaldata liest hier kein %1.</translation>
    </message>
    <message>
        <source>The archive cannot be read: it is damaged, too large, or holds several files.</source>
        <translation>Das Archiv ist nicht lesbar: Es ist beschädigt, zu groß oder enthält mehrere Dateien.</translation>
    </message>
</context>
<context>
    <name>watchdesk::kql::Join</name>
    <message>
        <source>Expected: %1</source>
        <translation>Erwartet: %1</translation>
    </message>
    <message>
        <source>Expected one of: %1</source>
        <translation>Erwartet wird eines von: %1</translation>
    </message>
    <message>
        <source>Column name expected.</source>
        <translation>Ein Spaltenname wird erwartet.</translation>
    </message>
    <message>
        <source>Inconsistent data types for join keys: (%1, %2)</source>
        <translation>Uneinheitliche Datentypen der join-Schlüssel: (%1, %2)</translation>
    </message>
    <message>
        <source>Joining dynamic with %1 is not supported.</source>
        <translation>Ein join von dynamic mit %1 wird nicht unterstützt.</translation>
    </message>
    <message>
        <source>join kind=%1 is not supported inside of a subquery.</source>
        <translation>join kind=%1 wird in einer Unterabfrage nicht unterstützt.</translation>
    </message>
    <message>
        <source>The join condition must name a column of both sides or compare two.</source>
        <translation>Die Join-Bedingung muss eine Spalte beider Seiten nennen oder zwei vergleichen.</translation>
    </message>
    <message>
        <source>The common column &apos;%1&apos; must have the same type on both sides of the join.</source>
        <translation>Die gemeinsame Spalte „%1“ muss auf beiden Seiten des Joins denselben Typ haben.</translation>
    </message>
</context>
<context>
    <name>watchdesk::kql::Parse</name>
    <message>
        <source>Expected one of: %1</source>
        <translation>Erwartet wird eines von: %1</translation>
    </message>
    <message>
        <source>Using * after parsing a string column is ambiguous.</source>
        <translation>* nach dem Lesen einer string-Spalte ist mehrdeutig.</translation>
    </message>
    <message>
        <source>A string literal must follow a *</source>
        <translation>Auf * muss ein Zeichenkettenliteral folgen</translation>
    </message>
    <message>
        <source>The column name must follow a string literal</source>
        <translation>Der Spaltenname muss auf ein Zeichenkettenliteral folgen</translation>
    </message>
    <message>
        <source>The name &apos;%1&apos; is not a valid type name that can be used here.</source>
        <translation>&apos;%1&apos; ist kein Typname, der hier verwendbar ist.</translation>
    </message>
    <message>
        <source>A %1 with * after it is not supported in parse.</source>
        <translation>Ein %1 mit folgendem * wird in parse nicht unterstützt.</translation>
    </message>
</context>
<context>
    <name>watchdesk::kql::Parser</name>
    <message>
        <source>The query is nested too deeply.</source>
        <translation>Die Abfrage ist zu tief verschachtelt.</translation>
    </message>
    <message>
        <source>expression</source>
        <translation>Ausdruck</translation>
    </message>
    <message>
        <source>Missing %1</source>
        <translation>Es fehlt: %1</translation>
    </message>
    <message>
        <source>name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Expected: %1</source>
        <translation>Erwartet: %1</translation>
    </message>
    <message>
        <source>type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>json name</source>
        <translation>JSON-Name</translation>
    </message>
    <message>
        <source>json value</source>
        <translation>JSON-Wert</translation>
    </message>
    <message>
        <source>parse pattern</source>
        <translation>parse-Muster</translation>
    </message>
    <message>
        <source>The incomplete fragment is unexpected.</source>
        <translation>Unvollständiges Fragment an unerwarteter Stelle.</translation>
    </message>
    <message>
        <source>Unexpected: %1</source>
        <translation>Unerwartet: %1</translation>
    </message>
    <message>
        <source>parameter</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>Expected one of: %1</source>
        <translation>Erwartet: eines von %1</translation>
    </message>
    <message>
        <source>value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>The parameter &apos;%1&apos; is already specified.</source>
        <translation>Der Parameter „%1“ ist schon angegeben.</translation>
    </message>
    <message>
        <source>boolean</source>
        <translation>Wahrheitswert</translation>
    </message>
    <message>
        <source>number</source>
        <translation>Zahl</translation>
    </message>
    <message>
        <source>Column name expected.</source>
        <translation>Spaltenname erwartet.</translation>
    </message>
    <message>
        <source>The operator cannot be the first operator in a query.</source>
        <translation>Der Operator darf nicht am Anfang einer Abfrage stehen.</translation>
    </message>
    <message>
        <source>Query operator expected.</source>
        <translation>Ein Abfrageoperator wird erwartet.</translation>
    </message>
    <message>
        <source>The query operator &apos;%1&apos; is not allowed in the current context.</source>
        <translation>Der Abfrageoperator „%1“ ist hier nicht erlaubt.</translation>
    </message>
    <message>
        <source>The operator must be the first operator in the query.</source>
        <translation>Der Operator muss der erste der Abfrage sein.</translation>
    </message>
    <message>
        <source>function call</source>
        <translation>Funktionsaufruf</translation>
    </message>
</context>
<context>
    <name>watchdesk::kql::Parser::Deeper</name>
    <message>
        <source>The query is nested too deeply.</source>
        <translation>Die Abfrage ist zu tief verschachtelt.</translation>
    </message>
</context>
<context>
    <name>watchdesk::kql::Summarize</name>
    <message>
        <source>The value of type &apos;%1&apos; is not allowed in this context.</source>
        <translation>Ein Wert vom Typ &apos;%1&apos; ist hier nicht zulässig.</translation>
    </message>
    <message>
        <source>The function &apos;%1&apos; expects 1 argument.</source>
        <translation>Die Funktion &apos;%1&apos; erwartet 1 Argument.</translation>
    </message>
    <message>
        <source>The argument value must be orderable: a number, timespan, datetime, string or boolean.</source>
        <translation>Das Argument muss sortierbar sein: Zahl, timespan, datetime, string oder bool.</translation>
    </message>
    <message>
        <source>Percentiles of the type %1 are not supported.</source>
        <translation>Perzentile vom Typ %1 werden nicht unterstützt.</translation>
    </message>
    <message>
        <source>The percentile must be a constant.</source>
        <translation>Das Perzentil muss eine Konstante sein.</translation>
    </message>
    <message>
        <source>The function &apos;%1&apos; expects %2 argument(s).</source>
        <translation>Die Funktion „%1“ erwartet %2 Argument(e).</translation>
    </message>
    <message>
        <source>The expression value must be an integer.</source>
        <translation>Der Wert des Ausdrucks muss eine ganze Zahl sein.</translation>
    </message>
    <message>
        <source>The expression value must be a number.</source>
        <translation>Der Wert des Ausdrucks muss eine Zahl sein.</translation>
    </message>
</context>
<context>
    <name>watchdesk::response</name>
    <message>
        <source>Resolve alert</source>
        <translation>Warnung lösen</translation>
    </message>
    <message>
        <source>Assign alert</source>
        <translation>Warnung zuweisen</translation>
    </message>
    <message>
        <source>Classify alert</source>
        <translation>Warnung einstufen</translation>
    </message>
    <message>
        <source>Comment on alert</source>
        <translation>Warnung kommentieren</translation>
    </message>
    <message>
        <source>Block</source>
        <translation>Sperren</translation>
    </message>
    <message>
        <source>Allow</source>
        <translation>Zulassen</translation>
    </message>
    <message>
        <source>Watch</source>
        <translation>Beobachten</translation>
    </message>
</context>
<context>
    <name>watchdesk::session</name>
    <message>
        <source>The folder of %1 cannot be made.</source>
        <translation>Der Ordner von %1 lässt sich nicht anlegen.</translation>
    </message>
    <message>
        <source>There is no profile “%1”.</source>
        <translation>Das Profil „%1“ gibt es nicht.</translation>
    </message>
    <message>
        <source>The profile “%1” cannot be read.</source>
        <translation>Das Profil „%1“ ist nicht lesbar.</translation>
    </message>
    <message>
        <source>The profile “%1” is damaged.</source>
        <translation>Das Profil „%1“ ist beschädigt.</translation>
    </message>
    <message>
        <source>The profile “%1” cannot be saved.</source>
        <translation>Das Profil „%1“ lässt sich nicht speichern.</translation>
    </message>
    <message>
        <source>Held data</source>
        <translation>Lokale Daten</translation>
    </message>
    <message>
        <source>Tenant (Microsoft Graph)</source>
        <translation>Mandant (Microsoft Graph)</translation>
    </message>
    <message>
        <source>Held data and tenant</source>
        <translation>Lokale Daten und Mandant</translation>
    </message>
    <message>
        <source>Tenant (Defender API)</source>
        <translation>Mandant (Defender-API)</translation>
    </message>
    <message>
        <source>Kusto cluster</source>
        <translation>Kusto-Cluster</translation>
    </message>
    <message>
        <source>There is no engine “%1” here: use %2. A tenant&apos;s need --lab, --profile or --url, Kusto needs the address of a cluster.</source>
        <translation>Die Engine „%1“ gibt es hier nicht: %2 verwenden. Die eines Mandanten brauchen --lab, --profile oder --url, Kusto die Adresse eines Clusters.</translation>
    </message>
    <message>
        <source>There is no region “%1” in this cloud: use %2.</source>
        <translation>Die Region „%1“ gibt es in dieser Cloud nicht: %2 verwenden.</translation>
    </message>
    <message>
        <source>A custom cloud needs the addresses of its API and its sign-in service.</source>
        <translation>Eine eigene Cloud braucht die Adressen ihrer API und ihres Anmeldedienstes.</translation>
    </message>
    <message>
        <source>There is no cloud “%1”: use commercial, gcc, gccHigh, dod or custom.</source>
        <translation>Die Cloud „%1“ gibt es nicht: commercial, gcc, gccHigh, dod oder custom verwenden.</translation>
    </message>
    <message>
        <source>A profile&apos;s name has letters, digits, dashes, underscores and dots only.</source>
        <translation>Der Name eines Profils besteht nur aus Buchstaben, Ziffern, Bindestrichen, Unterstrichen und Punkten.</translation>
    </message>
    <message>
        <source>The tenant id is missing.</source>
        <translation>Die Mandanten-ID fehlt.</translation>
    </message>
    <message>
        <source>The app&apos;s client id is missing.</source>
        <translation>Die Client-ID der App fehlt.</translation>
    </message>
    <message>
        <source>The Kusto cluster&apos;s database is missing.</source>
        <translation>Die Datenbank des Kusto-Clusters fehlt.</translation>
    </message>
    <message>
        <source>The profile “%1” cannot be removed.</source>
        <translation>Das Profil „%1“ lässt sich nicht entfernen.</translation>
    </message>
    <message>
        <source>%1 cannot be read.</source>
        <translation>%1 ist nicht lesbar.</translation>
    </message>
    <message>
        <source>The certificate “%1” (%2), valid until %3,</source>
        <translation>Das Zertifikat „%1“ (%2), gültig bis %3,</translation>
    </message>
    <message>
        <source>Held for those that were asked for.</source>
        <translation>Nur für Abgefragte vorhanden.</translation>
    </message>
    <message>
        <source>%1 records could not be read: %2</source>
        <translation>%1 Datensätze waren nicht lesbar: %2</translation>
    </message>
    <message>
        <source>There is no colour “%1”: use %2.</source>
        <translation>Die Farbe „%1“ gibt es nicht: %2 verwenden.</translation>
    </message>
</context>
<context>
    <name>watchdesk::session::ConnectionTest</name>
    <message>
        <source>Signs in at %1 and calls %2.</source>
        <translation>Meldet sich bei %1 an und ruft %2 auf.</translation>
    </message>
    <message>
        <source>The app is signed in.</source>
        <translation>Die App ist angemeldet.</translation>
    </message>
    <message>
        <source>%1 is signed in.</source>
        <translation>%1 ist angemeldet.</translation>
    </message>
    <message>
        <source>The token allows nothing, or does not tell: give the app permissions of WindowsDefenderATP and have an administrator consent to them.</source>
        <translation>Das Token erlaubt nichts oder verrät es nicht: der App Berechtigungen von WindowsDefenderATP geben und einen Administrator zustimmen lassen.</translation>
    </message>
    <message>
        <source>The token for %1 allows: %2.</source>
        <translation>Das Token für %1 erlaubt: %2.</translation>
    </message>
    <message>
        <source>The token is made out to another API than the one that was called: check cloud and audience. </source>
        <translation>Das Token ist auf eine andere als die aufgerufene API ausgestellt: Cloud und Audience prüfen. </translation>
    </message>
    <message>
        <source>The app may not read devices (Machine.Read.All). </source>
        <translation>Die App darf keine Geräte lesen (Machine.Read.All). </translation>
    </message>
    <message>
        <source>The API answers.</source>
        <translation>Die API antwortet.</translation>
    </message>
    <message>
        <source>No hunting through Microsoft Graph: %1</source>
        <translation>Kein Hunting über Microsoft Graph: %1</translation>
    </message>
    <message>
        <source>No hunting through Microsoft Graph: the app lacks %1.</source>
        <translation>Kein Hunting über Microsoft Graph: der App fehlt %1.</translation>
    </message>
    <message>
        <source>Hunting through Microsoft Graph is allowed.</source>
        <translation>Hunting über Microsoft Graph ist erlaubt.</translation>
    </message>
    <message>
        <source>The Kusto cluster answers.</source>
        <translation>Der Kusto-Cluster antwortet.</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
    </message>
</context>
<context>
    <name>watchdesk::session::Session</name>
    <message>
        <source>There is nothing to load &quot;%1&quot; from, or nothing to keep.</source>
        <translation>„%1“ lässt sich von nirgends laden oder wird nicht aufbewahrt.</translation>
    </message>
</context>
<context>
    <name>watchdesk::session::SyncRun</name>
    <message>
        <source>The service cuts results at 100,000 rows.</source>
        <translation>Der Dienst kappt Ergebnisse bei 100.000 Zeilen.</translation>
    </message>
    <message>
        <source>%1 records were refused.</source>
        <translation>%1 Datensätze wurden abgelehnt.</translation>
    </message>
</context>
<context>
    <name>watchdesk::store</name>
    <message>
        <source>The filter is too long.</source>
        <translation>Der Filter ist zu lang.</translation>
    </message>
    <message>
        <source>The store was made by a newer version of the program.</source>
        <translation>Der Datenspeicher stammt von einer neueren Programmversion.</translation>
    </message>
    <message>
        <source>%1 is no store of this program.</source>
        <translation>%1 ist kein Datenspeicher dieses Programms.</translation>
    </message>
    <message>
        <source>The store %1 is open in this program already.</source>
        <translation>Der Datenspeicher %1 ist in diesem Programm bereits geöffnet.</translation>
    </message>
    <message>
        <source>The column %1 holds a value that cannot be read as %2.</source>
        <translation>Die Spalte %1 enthält einen Wert, der nicht als %2 lesbar ist.</translation>
    </message>
    <message>
        <source>The table %1 has no column %2.</source>
        <translation>Die Tabelle %1 hat keine Spalte %2.</translation>
    </message>
    <message>
        <source>The column %1 of %2 is %3, not %4.</source>
        <translation>Die Spalte %1 von %2 ist %3, nicht %4.</translation>
    </message>
    <message>
        <source>A number of the column %1 is too large for %2.</source>
        <translation>Eine Zahl der Spalte %1 ist zu groß für %2.</translation>
    </message>
    <message>
        <source>There is no store %1.</source>
        <translation>Den Datenspeicher %1 gibt es nicht.</translation>
    </message>
    <message>
        <source>%1 is a folder, no store.</source>
        <translation>%1 ist ein Ordner, kein Datenspeicher.</translation>
    </message>
    <message>
        <source>The folder %1 cannot be made.</source>
        <translation>Der Ordner %1 lässt sich nicht anlegen.</translation>
    </message>
    <message>
        <source>The store %1 is open for reading only.</source>
        <translation>Der Datenspeicher %1 ist nur zum Lesen geöffnet.</translation>
    </message>
    <message>
        <source>The store has no table %1.</source>
        <translation>Der Datenspeicher hat keine Tabelle %1.</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>The store refused: %1</source>
        <translation>Vom Datenspeicher abgelehnt: %1</translation>
    </message>
    <message>
        <source>The store %1 is in use by %2 (process %3).</source>
        <translation>Der Datenspeicher %1 wird von %2 verwendet (Prozess %3).</translation>
    </message>
    <message>
        <source>The store %1 is in use by another program.</source>
        <translation>Der Datenspeicher %1 wird von einem anderen Programm verwendet.</translation>
    </message>
    <message>
        <source>The store %1 cannot be opened: %2</source>
        <translation>Der Datenspeicher %1 lässt sich nicht öffnen: %2</translation>
    </message>
    <message>
        <source>A number leaves its range: %1</source>
        <translation>Eine Zahl verlässt ihren Bereich: %1</translation>
    </message>
</context>
<context>
    <name>watchdesk::store::Lexer</name>
    <message>
        <source>A quote is not closed.</source>
        <translation>Ein Anführungszeichen ist nicht geschlossen.</translation>
    </message>
</context>
<context>
    <name>watchdesk::store::Parser</name>
    <message>
        <source>A parenthesis was not opened.</source>
        <translation>Eine Klammer wurde nicht geöffnet.</translation>
    </message>
    <message>
        <source>The filter is nested too deeply.</source>
        <translation>Der Filter ist zu tief verschachtelt.</translation>
    </message>
    <message>
        <source>A condition is missing here.</source>
        <translation>Hier fehlt eine Bedingung.</translation>
    </message>
    <message>
        <source>A parenthesis is not closed.</source>
        <translation>Eine Klammer ist nicht geschlossen.</translation>
    </message>
</context>
<context>
    <name>watchdesk::store::TermCompiler</name>
    <message>
        <source>There is no field “%1” here.</source>
        <translation>Ein Feld „%1“ gibt es hier nicht.</translation>
    </message>
    <message>
        <source>Did you mean “%1”?</source>
        <translation>Gemeint: „%1“?</translation>
    </message>
    <message>
        <source>A value is missing after “%1:”.</source>
        <translation>Nach „%1:“ fehlt ein Wert.</translation>
    </message>
    <message>
        <source>“%1” is yes or no.</source>
        <translation>„%1“ ist yes oder no.</translation>
    </message>
    <message>
        <source>“%1” is a number.</source>
        <translation>„%1“ ist eine Zahl.</translation>
    </message>
    <message>
        <source>“%1” is a length of time like 90s, 15m, 24h or 7d.</source>
        <translation>„%1“ ist eine Dauer wie 90s, 15m, 24h oder 7d.</translation>
    </message>
    <message>
        <source>“%1” is a time like 2024-05-01, 2024-05-01T12:30 or age&lt;24h.</source>
        <translation>„%1“ ist eine Zeit wie 2024-05-01, 2024-05-01T12:30 oder age&lt;24h.</translation>
    </message>
</context>
<context>
    <name>watchdesk::ui</name>
    <message>
        <source>The saved tabs cannot be read; the file was put aside.</source>
        <translation>Die gespeicherten Tabs sind nicht lesbar; die Datei wurde beiseitegelegt.</translation>
    </message>
    <message>
        <source>The tabs cannot be saved: %1</source>
        <translation>Die Tabs lassen sich nicht speichern: %1</translation>
    </message>
    <message>
        <source>Read-only: nothing can be sent from here.</source>
        <translation>Nur lesend: Von hier kann nichts gesendet werden.</translation>
    </message>
    <message>
        <source> or </source>
        <comment>permissions</comment>
        <translation> oder </translation>
    </message>
    <message>
        <source>The sign-in lacks the permission %1.</source>
        <translation>Der Anmeldung fehlt die Berechtigung %1.</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>(leer)</translation>
    </message>
</context>
<context>
    <name>watchdesk::ui::ActionFields</name>
    <message>
        <source>Isolation type</source>
        <translation>Art der Isolierung</translation>
    </message>
    <message>
        <source>Scan type</source>
        <translation>Art der Prüfung</translation>
    </message>
    <message>
        <source>SHA-1 of the file</source>
        <translation>SHA-1 der Datei</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Add or remove</source>
        <translation>Hinzufügen oder entfernen</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Assigned to</source>
        <translation>Zugewiesen an</translation>
    </message>
    <message>
        <source>Classification</source>
        <translation>Einstufung</translation>
    </message>
    <message>
        <source>Determination</source>
        <translation>Feststellung</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Schwere</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>Expires (UTC)</source>
        <translation>Läuft ab (UTC)</translation>
    </message>
    <message>
        <source>Indicator</source>
        <translation>Indikator</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Raises alerts</source>
        <translation>Löst Warnungen aus</translation>
    </message>
    <message>
        <source>–</source>
        <translation>–</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>Datei wählen…</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>Datei wählen</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
</context>
<context>
    <name>watchdesk::ui::ActionSheet</name>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>Close the sheet without sending</source>
        <translation>Aktionsblatt schließen, ohne zu senden</translation>
    </message>
    <message>
        <source>Blast radius</source>
        <translation>Auswirkung</translation>
    </message>
    <message>
        <source>Exactly what will be sent</source>
        <translation>Was genau gesendet wird</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Comment (required)</source>
        <translation>Kommentar (erforderlich)</translation>
    </message>
    <message>
        <source>Comment, required</source>
        <translation>Kommentar, erforderlich</translation>
    </message>
    <message>
        <source>Ticket and reason; goes into the audit log</source>
        <translation>Ticket und Grund; geht ins Audit-Protokoll</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Ablauf</translation>
    </message>
    <message>
        <source>Looking …</source>
        <translation>Suche …</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Fine</source>
        <translation>In Ordnung</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Take care</source>
        <translation>Achtung</translation>
    </message>
    <message>
        <source>A comment is required</source>
        <translation>Ein Kommentar ist erforderlich</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>asked for; written to the audit log first</source>
        <translation>angefordert; zuvor ins Audit-Protokoll geschrieben</translation>
    </message>
    <message numerus="yes">
        <source>%1: %Ln target(s)?</source>
        <translation>
            <numerusform>%1: %Ln Ziel?</numerusform>
            <numerusform>%1: %Ln Ziele?</numerusform>
        </translation>
    </message>
    <message>
        <source>%1?</source>
        <translation>%1?</translation>
    </message>
    <message numerus="yes">
        <source>… and the same for %Ln more</source>
        <translation>
            <numerusform>… und dasselbe für %Ln weiteres</numerusform>
            <numerusform>… und dasselbe für %Ln weitere</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… and %Ln more</source>
        <translation>
            <numerusform>… und %Ln weiteres</numerusform>
            <numerusform>… und %Ln weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing speaks against %1 of %2</source>
        <translation>Gegen %1 von %2 spricht nichts</translation>
    </message>
    <message>
        <source>%1 a minute</source>
        <translation>%1 in der Minute</translation>
    </message>
    <message>
        <source>%1 an hour</source>
        <translation>%1 in der Stunde</translation>
    </message>
    <message>
        <source>The service takes %1.</source>
        <translation>Der Dienst nimmt %1 an.</translation>
    </message>
    <message>
        <source>The last one goes out in %1 s.</source>
        <translation>Die letzte geht in %1 s hinaus.</translation>
    </message>
    <message>
        <source>It was sent</source>
        <translation>Gesendet</translation>
    </message>
    <message>
        <source>A check refuses it</source>
        <translation>Eine Prüfung lehnt es ab</translation>
    </message>
    <message>
        <source>%1 (%2 of %3)</source>
        <translation>%1 (%2 von %3)</translation>
    </message>
    <message>
        <source>The tenant&apos;s name, to confirm</source>
        <translation>Der Name des Mandanten, zur Bestätigung</translation>
    </message>
    <message>
        <source>Several tenants are set up. Type the name of this one: %1</source>
        <translation>Mehrere Mandanten sind eingerichtet. Den Namen von diesem eingeben: %1</translation>
    </message>
    <message>
        <source>The tenant&apos;s name has to be typed</source>
        <translation>Der Name des Mandanten muss eingegeben werden</translation>
    </message>
</context>
<context>
    <name>watchdesk::ui::ChartLegend</name>
    <message>
        <source>%1: take away or bring back</source>
        <translation>%1: aus- oder einblenden</translation>
    </message>
</context>
<context>
    <name>watchdesk::ui::ChartPane</name>
    <message>
        <source>Columns</source>
        <translation>Säulen</translation>
    </message>
    <message>
        <source>Bars</source>
        <translation>Balken</translation>
    </message>
    <message>
        <source>Lines over time</source>
        <translation>Linien über die Zeit</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>Linien</translation>
    </message>
    <message>
        <source>Areas</source>
        <translation>Flächen</translation>
    </message>
    <message>
        <source>Stacked areas</source>
        <translation>Gestapelte Flächen</translation>
    </message>
    <message>
        <source>Pie</source>
        <translation>Kreis</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>Punkte</translation>
    </message>
    <message>
        <source>Anomalies</source>
        <translation>Anomalien</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>Karte</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>Diagramm</translation>
    </message>
    <message>
        <source>Kind of chart</source>
        <translation>Art des Diagramms</translation>
    </message>
    <message>
        <source>How the result is drawn</source>
        <translation>Wie das Ergebnis gezeichnet wird</translation>
    </message>
    <message>
        <source>As the query says</source>
        <translation>Wie die Abfrage sagt</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>Copy or save the chart</source>
        <translation>Diagramm kopieren oder speichern</translation>
    </message>
    <message>
        <source>Copy as &amp;picture</source>
        <translation>Als &amp;Bild kopieren</translation>
    </message>
    <message>
        <source>Copy as &amp;CSV</source>
        <translation>Als &amp;CSV kopieren</translation>
    </message>
    <message>
        <source>Save as P&amp;NG …</source>
        <translation>Als P&amp;NG speichern …</translation>
    </message>
    <message>
        <source>&amp;Save as CSV …</source>
        <translation>Als CSV &amp;speichern …</translation>
    </message>
    <message>
        <source>There is no result to draw.</source>
        <translation>Es gibt kein Ergebnis zum Zeichnen.</translation>
    </message>
    <message>
        <source>The query asks for no chart. Choose a kind to draw its result.</source>
        <translation>Die Abfrage verlangt kein Diagramm. Wähle eine Art, um ihr Ergebnis zu zeichnen.</translation>
    </message>
    <message>
        <source>x: %1</source>
        <translation>x: %1</translation>
    </message>
    <message>
        <source>y: %1</source>
        <translation>y: %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln series</source>
        <translation>
            <numerusform>%Ln Reihe</numerusform>
            <numerusform>%Ln Reihen</numerusform>
        </translation>
    </message>
    <message>
        <source>Save chart</source>
        <translation>Diagramm speichern</translation>
    </message>
    <message>
        <source>Pictures (*.png)</source>
        <translation>Bilder (*.png)</translation>
    </message>
    <message>
        <source>The file could not be written: %1</source>
        <translation>Die Datei konnte nicht geschrieben werden: %1</translation>
    </message>
    <message>
        <source>CSV files (*.csv)</source>
        <translation>CSV-Dateien (*.csv)</translation>
    </message>
</context>
<context>
    <name>watchdesk::ui::Clouds</name>
    <message>
        <source>Commercial</source>
        <translation>Kommerziell</translation>
    </message>
    <message>
        <source>US Government GCC</source>
        <translation>US Government GCC</translation>
    </message>
    <message>
        <source>US Government GCC High</source>
        <translation>US Government GCC High</translation>
    </message>
    <message>
        <source>US Government DoD</source>
        <translation>US Government DoD</translation>
    </message>
</context>
<context>
    <name>watchdesk::ui::Colours</name>
    <message>
        <source>Blue</source>
        <translation>Blau</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Grün</translation>
    </message>
    <message>
        <source>Yellow</source>
        <translation>Gelb</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>Orange</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>Rot</translation>
    </message>
    <message>
        <source>Violet</source>
        <translation>Violett</translation>
    </message>
</context>
<context>
    <name>watchdesk::ui::CompletionPopup</name>
    <message>
        <source>Column of this stage</source>
        <translation>Spalte dieser Stufe</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>Name of this query</source>
        <translation>Name dieser Abfrage</translation>
    </message>
    <message>
        <source>Function</source>
        <translation>Funktion</translation>
    </message>
    <message>
        <source>Aggregate function</source>
        <translation>Aggregatfunktion</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>Operator</translation>
    </message>
    <message>
        <source>Word of the language</source>
        <translation>Wort der Sprache</translation>
    </message>
    <message>
        <source>Option</source>
        <translation>Option</translation>
    </message>
    <message>
        <source>Value that was seen</source>
        <translation>Gesehener Wert</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Completions</source>
        <translation>Vervollständigungen</translation>
    </message>
</context>
<context>
    <name>watchdesk::ui::ConnectorStrip</name>
    <message>
        <source>Links between Defender alerts and external alerts</source>
        <translation>Verbindungen zwischen Defender-Warnungen und externen Warnungen</translation>
    </message>
</context>
<context>
    <name>watchdesk::ui::Desk</name>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>Risk</source>
        <translation>Risiko</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>Warn.</translation>
    </message>
    <message>
        <source>24 h</source>
        <translation>24 h</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Schwere</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Technique</source>
        <translation>Technik</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>Signatur</translation>
    </message>
    <message>
        <source>Flow</source>
        <translation>Fluss</translation>
    </message>
    <message>
        <source>Indicator</source>
        <translation>Indikator</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>Hits</source>
        <translation>Hits</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>Ablauf</translation>
    </message>
    <message>
        <source>Full name</source>
        <translation>Voller Name</translation>
    </message>
    <message>
        <source>Exposure</source>
        <translation>Gefährdung</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>OS</source>
        <translation>OS</translation>
    </message>
    <message>
        <source>IP</source>
        <translation>IP</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Last contact</source>
        <translation>Letzter Kontakt</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>Detected by</source>
        <translation>Erkannt durch</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Zuständig</translation>
    </message>
    <message>
        <source>Correlated</source>
        <translation>Korreliert</translation>
    </message>
    <message>
        <source>Source address</source>
        <translation>Quelladresse</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Host</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Bewertung</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>No alerts in this time range. A longer one can be chosen at the top.</source>
        <translation>Keine Warnungen in diesem Zeitraum. Oben lässt sich ein längerer wählen.</translation>
    </message>
</context>
<context>
    <name>watchdesk::ui::DeskView</name>
    <message>
        <source>Devices</source>
        <translation>Geräte</translation>
    </message>
    <message>
        <source>Indicators</source>
        <translation>Indikatoren</translation>
    </message>
    <message>
        <source>Defender alerts</source>
        <translation>Defender-Warnungen</translation>
    </message>
    <message>
        <source>External alerts</source>
        <translation>Externe Warnungen</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Zeitachse</translation>
    </message>
    <message>
        <source>Nothing is held for this time.</source>
        <translation>Für diesen Zeitraum liegt nichts vor.</translation>
    </message>
    <message>
        <source>External</source>
        <translation>Extern</translation>
    </message>
    <message>
        <source>Show lane: %1</source>
        <translation>Spur anzeigen: %1</translation>
    </message>
    <message>
        <source>Opening …</source>
        <translation>Wird geöffnet …</translation>
    </message>
    <message>
        <source>Choose nothing</source>
        <translation>Auswahl aufheben</translation>
    </message>
    <message>
        <source>Read-only: nothing can be sent from here.</source>
        <translation>Schreibgeschützt: von hier lässt sich nichts senden.</translation>
    </message>
    <message>
        <source>all devices</source>
        <translation>alle Geräte</translation>
    </message>
    <message>
        <source>%1 · %2–%3 UTC</source>
        <translation>%1 · %2–%3 UTC</translation>
    </message>
    <message>
        <source>New %1</source>
        <translation>Neu %1</translation>
    </message>
    <message>
        <source>MMM d</source>
        <extracomment>A date as QLocale writes it: month and day</extracomment>
        <translation>d. MMM</translation>
    </message>
    <message>
        <source>Push to Defender …</source>
        <translation>An Defender …</translation>
    </message>
    <message>
        <source>Nothing is open yet</source>
        <translation>Noch ist nichts geöffnet</translation>
    </message>
    <message>
        <source>Raise an alert on the event behind it …</source>
        <translation>Zum Ereignis dahinter eine Warnung melden …</translation>
    </message>
    <message>
        <source>It was pushed already: alert %1.</source>
        <translation>Schon übergeben: Warnung %1.</translation>
    </message>
    <message>
        <source>Push to Defender</source>
        <translation>An Defender übergeben</translation>
    </message>
</context>
<context>
    <name>watchdesk::ui::ExternalLeave</name>
    <message>
        <source>Allow in this window</source>
        <translation>In diesem Fenster erlauben</translation>
    </message>
    <message>
        <source>Always allow</source>
        <translation>Immer erlauben</translation>
    </message>
    <message>
        <source>The query reads from %1, which was not allowed yet.</source>
        <translation>Die Abfrage liest aus %1; das ist noch nicht erlaubt.</translation>
    </message>
</context>
<context>
    <name>watchdesk::ui::FindingList</name>
    <message>
        <source>Findings in the query</source>
        <translation>Befunde in der Abfrage</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>Zeile %1: %2</translation>
    </message>
    <message>
        <source>Ctrl+. mends it</source>
        <translation>Strg+. behebt es</translation>
    </message>
    <message>
        <source>Where %1 is used</source>
        <translation>Wo %1 verwendet wird</translation>
    </message>
</context>
<context>
    <name>watchdesk::ui::Grid</name>
    <message>
        <source>Copy cell</source>
        <translation>Zelle kopieren</translation>
    </message>
    <message>
        <source>Copy rows as TSV with header</source>
        <translation>Zeilen als TSV mit Kopfzeile kopieren</translation>
    </message>
    <message>
        <source>Copy rows as CSV with header</source>
        <translation>Zeilen als CSV mit Kopfzeile kopieren</translation>
    </message>
</context>
<context>
    <name>watchdesk::ui::GridPane</name>
    <message>
        <source>Filter: words, field:value, !not, &gt;, *</source>
        <translation>Wort, Feld:Wert, !nicht, &gt;, *</translation>
    </message>
    <message>
        <source>Only the first %1 rows are shown; narrow the filter.</source>
        <translation>Nur die ersten %1 Zeilen werden gezeigt; Filter eingrenzen.</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Columns of %1</source>
        <translation>Spalten von %1</translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Nothing matches the filter.</source>
        <translation>Nichts entspricht dem Filter.</translation>
    </message>
    <message>
        <source>Nothing here.</source>
        <translation>Hier ist nichts.</translation>
    </message>
</context>
<context>
    <name>watchdesk::ui::HuntView</name>
    <message>
        <source>stopped</source>
        <translation>gestoppt</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>Zeile %1: %2</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>truncated: there are more rows</source>
        <translation>gekappt: es gibt mehr Zeilen</translation>
    </message>
    <message>
        <source>Last hunt: %1</source>
        <translation>Letzte Abfrage: %1</translation>
    </message>
    <message>
        <source>no result</source>
        <translation>kein Ergebnis</translation>
    </message>
    <message>
        <source>running …</source>
        <translation>läuft …</translation>
    </message>
    <message>
        <source>Ln %1, Col %2 · KQL</source>
        <translation>Z. %1, Sp. %2 · KQL</translation>
    </message>
    <message>
        <source>Hunt</source>
        <translation>Hunting</translation>
    </message>
    <message>
        <source>Schema</source>
        <translation>Schema</translation>
    </message>
    <message>
        <source>Queries</source>
        <translation>Abfragen</translation>
    </message>
    <message>
        <source>Query</source>
        <translation>Abfrage</translation>
    </message>
    <message>
        <source>Where to run</source>
        <translation>Ausführungsort</translation>
    </message>
    <message>
        <source>Run on the data held here, or at the tenant</source>
        <translation>Auf den lokalen Daten oder beim Mandanten ausführen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stoppen</translation>
    </message>
    <message>
        <source>Stop (Esc)</source>
        <translation>Stoppen (Esc)</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Ausführen</translation>
    </message>
    <message>
        <source>Run the query</source>
        <translation>Abfrage ausführen</translation>
    </message>
    <message>
        <source>Run the query at the caret (Shift+Enter or F5)</source>
        <translation>Abfrage an der Einfügemarke ausführen (Umschalt+Eingabe oder F5)</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Ergebnisse</translation>
    </message>
    <message numerus="yes">
        <source>%Ln table(s)</source>
        <translation>
            <numerusform>%Ln Tabelle</numerusform>
            <numerusform>%Ln Tabellen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No problems · %Ln column(s)</source>
        <translation>
            <numerusform>Keine Probleme · %Ln Spalte</numerusform>
            <numerusform>Keine Probleme · %Ln Spalten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln Zeile</numerusform>
            <numerusform>%Ln Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>Query editor</source>
        <translation>Abfrage-Editor</translation>
    </message>
    <message numerus="yes">
        <source>%Ln run(s)</source>
        <translation>
            <numerusform>%Ln Ausführung</numerusform>
            <numerusform>%Ln Ausführungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln error(s)</source>
        <translation>
            <numerusform>%Ln Fehler</numerusform>
            <numerusform>%Ln Fehler</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln hint(s)</source>
        <translation>
            <numerusform>%Ln Hinweis</numerusform>
            <numerusform>%Ln Hinweise</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln column(s)</source>
        <translation>
            <numerusform>%Ln Spalte</numerusform>
            <numerusform>%Ln Spalten</numerusform>
        </translation>
    </message>
    <message>
        <source>first row after %1 ms</source>
        <translation>erste Zeile nach %1 ms</translation>
    </message>
    <message>
        <source>name or text</source>
        <translation>Name oder Text</translation>
    </message>
    <message>
        <source>New &amp;tab</source>
        <translation>Neuer &amp;Tab</translation>
    </message>
    <message>
        <source>Rena&amp;me tab</source>
        <translation>Tab &amp;umbenennen</translation>
    </message>
    <message>
        <source>C&amp;lose tab</source>
        <translation>Tab schl&amp;ießen</translation>
    </message>
    <message>
        <source>Re&amp;open closed tab</source>
        <translation>Geschlossenen Tab &amp;wieder öffnen</translation>
    </message>
    <message>
        <source>Ne&amp;xt tab</source>
        <translation>&amp;Nächster Tab</translation>
    </message>
    <message>
        <source>Pre&amp;vious tab</source>
        <translation>&amp;Voriger Tab</translation>
    </message>
    <message>
        <source>Time range at Graph</source>
        <translation>Zeitraum bei Graph</translation>
    </message>
    <message>
        <source>What Graph looks at, whatever the query says; it holds 30 days</source>
        <translation>Was Graph betrachtet, was immer die Abfrage sagt; er enthält 30 Tage</translation>
    </message>
    <message>
        <source>As the query says</source>
        <translation>Wie die Abfrage sagt</translation>
    </message>
    <message>
        <source>Last hour</source>
        <translation>Letzte Stunde</translation>
    </message>
    <message>
        <source>Last 24 h</source>
        <translation>Letzte 24 h</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Letzte 7 Tage</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Letzte 30 Tage</translation>
    </message>
    <message>
        <source>C&amp;hart of the result</source>
        <translation>&amp;Diagramm des Ergebnisses</translation>
    </message>
    <message>
        <source>Show the result as a chart</source>
        <translation>Das Ergebnis als Diagramm zeigen</translation>
    </message>
    <message>
        <source>A result is drawn when all of its rows are there.</source>
        <translation>Ein Ergebnis wird gezeichnet, wenn alle seine Zeilen da sind.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) so far …</source>
        <translation>
            <numerusform>bisher %Ln Zeile …</numerusform>
            <numerusform>bisher %Ln Zeilen …</numerusform>
        </translation>
    </message>
    <message>
        <source>sorting, chart and actions wait for the last</source>
        <translation>Sortieren, Diagramm und Aktionen warten auf die letzte</translation>
    </message>
    <message>
        <source>The run was stopped. Only a whole result is drawn.</source>
        <translation>Der Lauf wurde angehalten. Nur ein ganzes Ergebnis wird gezeichnet.</translation>
    </message>
    <message>
        <source>stopped: there may be more rows</source>
        <translation>angehalten: es kann weitere Zeilen geben</translation>
    </message>
    <message>
        <source>Table %1 of %2</source>
        <translation>Tabelle %1 von %2</translation>
    </message>
    <message>
        <source>Which of the query&apos;s tables</source>
        <translation>Welche der Tabellen der Abfrage</translation>
    </message>
</context>
<context>
    <name>watchdesk::ui::Inspector</name>
    <message>
        <source>Nothing chosen</source>
        <translation>Nichts ausgewählt</translation>
    </message>
    <message>
        <source>Why these belong together</source>
        <translation>Warum dies zusammengehört</translation>
    </message>
    <message>
        <source>Respond</source>
        <translation>Reagieren</translation>
    </message>
    <message>
        <source>Process behind the selected alert</source>
        <translation>Prozess hinter der Warnung</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Aktionen</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Bewertung</translation>
    </message>
</context>
<context>
    <name>watchdesk::ui::InspectorFeed</name>
    <message>
        <source>Nothing chosen</source>
        <translation>Nichts ausgewählt</translation>
    </message>
    <message>
        <source>Choose a device, an alert or an indicator: what belongs to it is marked everywhere, and its facts stand here.</source>
        <translation>Gerät, Warnung oder Indikator auswählen: Zugehöriges wird überall markiert, die Fakten stehen hier.</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Schwere</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Betreff</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>Techniques</source>
        <translation>Techniken</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Flow</source>
        <translation>Fluss</translation>
    </message>
    <message>
        <source>First seen</source>
        <translation>Zuerst gesehen</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>Zuletzt gesehen</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>Läuft ab</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Zuständig</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Datensatz</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>Risk</source>
        <translation>Risiko</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>Exposure</source>
        <translation>Gefährdung</translation>
    </message>
    <message>
        <source>OS</source>
        <translation>OS</translation>
    </message>
    <message>
        <source>IP</source>
        <translation>IP</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Group / tags</source>
        <translation>Gruppe / Tags</translation>
    </message>
    <message>
        <source>Last user</source>
        <translation>Letzter Benutzer</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Last contact</source>
        <translation>Letzter Kontakt</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netzwerk</translation>
    </message>
    <message>
        <source>Isolated, says the service</source>
        <translation>Isoliert (laut Dienst)</translation>
    </message>
    <message>
        <source>Choose an alert to see its process.</source>
        <translation>Eine Warnung auswählen, um ihren Prozess zu sehen.</translation>
    </message>
    <message>
        <source>Looking …</source>
        <translation>Suche …</translation>
    </message>
    <message>
        <source>No process is known for it.</source>
        <translation>Dazu ist kein Prozess bekannt.</translation>
    </message>
    <message numerus="yes">
        <source>%1 (%Ln open alert(s))</source>
        <translation>
            <numerusform>%1 (%Ln offene Warnung)</numerusform>
            <numerusform>%1 (%Ln offene Warnungen)</numerusform>
        </translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>moment, table</comment>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>watchdesk::ui::KqlAssist</name>
    <message>
        <source>&amp;Complete</source>
        <translation>Vervo&amp;llständigen</translation>
    </message>
    <message>
        <source>&amp;Format query</source>
        <translation>Abfrage &amp;formatieren</translation>
    </message>
    <message>
        <source>Re&amp;name</source>
        <translation>U&amp;mbenennen</translation>
    </message>
    <message>
        <source>Go to &amp;definition</source>
        <translation>Zur &amp;Definition</translation>
    </message>
    <message>
        <source>Find &amp;references</source>
        <translation>Ve&amp;rwendungen suchen</translation>
    </message>
    <message>
        <source>E&amp;xtract to let</source>
        <translation>In let e&amp;xtrahieren</translation>
    </message>
    <message>
        <source>&amp;Quick fix</source>
        <translation>&amp;Korrektur vorschlagen</translation>
    </message>
    <message>
        <source>F&amp;old or unfold</source>
        <translation>Auf- oder zukla&amp;ppen</translation>
    </message>
    <message>
        <source>The caret is at no name that this query declares.</source>
        <translation>Die Einfügemarke steht auf keinem Namen, den diese Abfrage deklariert.</translation>
    </message>
    <message>
        <source>New name</source>
        <translation>Neuer Name</translation>
    </message>
    <message>
        <source>No change is offered here.</source>
        <translation>Hier wird keine Änderung angeboten.</translation>
    </message>
</context>
<context>
    <name>watchdesk::ui::KqlEditor</name>
    <message>
        <source>Query editor</source>
        <translation>Abfrage-Editor</translation>
    </message>
</context>
<context>
    <name>watchdesk::ui::LookupBar</name>
    <message>
        <source>Load</source>
        <translation>Laden</translation>
    </message>
    <message>
        <source>Ask the service</source>
        <translation>Den Dienst fragen</translation>
    </message>
    <message>
        <source>Say first what to look for.</source>
        <translation>Zuerst angeben, wonach gesucht wird.</translation>
    </message>
</context>
<context>
    <name>watchdesk::ui::MainWindow</name>
    <message>
        <source>Watchdesk</source>
        <translation>Watchdesk</translation>
    </message>
    <message>
        <source>Opening …</source>
        <translation>Wird geöffnet …</translation>
    </message>
    <message>
        <source>Desk</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>Hunt</source>
        <translation>Hunting</translation>
    </message>
    <message>
        <source>%1 — Watchdesk</source>
        <translation>%1 — Watchdesk</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Bereit</translation>
    </message>
    <message>
        <source>Syncing …</source>
        <translation>Synchronisiere …</translation>
    </message>
    <message>
        <source>Sync failed: %1</source>
        <translation>Synchronisierung fehlgeschlagen: %1</translation>
    </message>
    <message>
        <source>Partly synced: %1</source>
        <translation>Teilweise synchronisiert: %1</translation>
    </message>
    <message>
        <source>Syncing %1 %</source>
        <translation>Synchronisiere %1 %</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Sync now</source>
        <translation>Jetzt &amp;synchronisieren</translation>
    </message>
    <message>
        <source>Ctrl+R</source>
        <translation>Ctrl+R</translation>
    </message>
    <message>
        <source>&amp;Export grid as CSV …</source>
        <translation>Tabelle als CSV &amp;exportieren …</translation>
    </message>
    <message>
        <source>Ctrl+E</source>
        <translation>Ctrl+E</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>Copy rows as &amp;TSV</source>
        <translation>Zeilen als &amp;TSV kopieren</translation>
    </message>
    <message>
        <source>Ctrl+Shift+C</source>
        <translation>Ctrl+Shift+C</translation>
    </message>
    <message>
        <source>Copy rows as &amp;CSV</source>
        <translation>Zeilen als &amp;CSV kopieren</translation>
    </message>
    <message>
        <source>&amp;Filter this pane</source>
        <translation>Bereich &amp;filtern</translation>
    </message>
    <message>
        <source>Ctrl+F</source>
        <translation>Ctrl+F</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>Wie das &amp;System</translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation>&amp;Vollbild</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>&amp;Gehe zu</translation>
    </message>
    <message>
        <source>&amp;Desk</source>
        <translation>&amp;Übersicht</translation>
    </message>
    <message>
        <source>Ctrl+1</source>
        <translation>Ctrl+1</translation>
    </message>
    <message>
        <source>&amp;Hunt</source>
        <translation>&amp;Hunting</translation>
    </message>
    <message>
        <source>Ctrl+2</source>
        <translation>Ctrl+2</translation>
    </message>
    <message>
        <source>&amp;Search …</source>
        <translation>&amp;Suchen …</translation>
    </message>
    <message>
        <source>Ctrl+K</source>
        <translation>Ctrl+K</translation>
    </message>
    <message>
        <source>&amp;Next pane</source>
        <translation>&amp;Nächster Bereich</translation>
    </message>
    <message>
        <source>F6</source>
        <translation>F6</translation>
    </message>
    <message>
        <source>&amp;Previous pane</source>
        <translation>&amp;Voriger Bereich</translation>
    </message>
    <message>
        <source>Shift+F6</source>
        <translation>Shift+F6</translation>
    </message>
    <message>
        <source>Choose n&amp;othing</source>
        <translation>&amp;Auswahl aufheben</translation>
    </message>
    <message>
        <source>Ctrl+Shift+A</source>
        <translation>Ctrl+Shift+A</translation>
    </message>
    <message>
        <source>H&amp;unt</source>
        <translation>Hu&amp;nting</translation>
    </message>
    <message>
        <source>&amp;Run query</source>
        <translation>&amp;Abfrage ausführen</translation>
    </message>
    <message>
        <source>F5</source>
        <translation>F5</translation>
    </message>
    <message>
        <source>&amp;Stop query</source>
        <translation>Abfrage &amp;stoppen</translation>
    </message>
    <message>
        <source>&amp;Respond</source>
        <translation>&amp;Reagieren</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation>&amp;Extras</translation>
    </message>
    <message>
        <source>&amp;Verify audit log</source>
        <translation>&amp;Audit-Protokoll prüfen</translation>
    </message>
    <message>
        <source>&amp;Window</source>
        <translation>&amp;Fenster</translation>
    </message>
    <message>
        <source>&amp;Minimise</source>
        <translation>&amp;Minimieren</translation>
    </message>
    <message>
        <source>Ctrl+M</source>
        <translation>Ctrl+M</translation>
    </message>
    <message>
        <source>&amp;Forget column widths</source>
        <translation>&amp;Spaltenbreiten zurücksetzen</translation>
    </message>
    <message>
        <source>Hel&amp;p</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>&amp;Tastenkürzel</translation>
    </message>
    <message>
        <source>Ctrl+/</source>
        <translation>Ctrl+/</translation>
    </message>
    <message>
        <source>&amp;About Watchdesk</source>
        <translation>&amp;Über Watchdesk</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Go to a grid first (F6): its chosen rows are exported, or all of them.</source>
        <translation>Zuerst in eine Tabelle wechseln (F6): exportiert werden ihre ausgewählten Zeilen oder alle.</translation>
    </message>
    <message>
        <source>Export grid as CSV</source>
        <translation>Tabelle als CSV exportieren</translation>
    </message>
    <message>
        <source>CSV files (*.csv)</source>
        <translation>CSV-Dateien (*.csv)</translation>
    </message>
    <message>
        <source>The file could not be written: %1</source>
        <translation>Die Datei ließ sich nicht schreiben: %1</translation>
    </message>
    <message>
        <source>Audit log</source>
        <translation>Audit-Protokoll</translation>
    </message>
    <message>
        <source>This session has no audit log: nothing can be sent from it.</source>
        <translation>Diese Sitzung hat kein Audit-Protokoll: aus ihr lässt sich nichts senden.</translation>
    </message>
    <message>
        <source>The chain is broken at line %1: %2</source>
        <translation>Die Kette ist in Zeile %1 unterbrochen: %2</translation>
    </message>
    <message>
        <source>Shift+Enter	Run query in the editor</source>
        <translation>Umschalt+Eingabe	Abfrage im Editor ausführen</translation>
    </message>
    <message>
        <source>Esc	Stop query, close sheet, choose nothing</source>
        <translation>Esc	Abfrage stoppen, Aktionsblatt schließen, Auswahl aufheben</translation>
    </message>
    <message>
        <source>+ − ← → Home	Zoom and pan the timeline</source>
        <translation>+ − ← → Pos1	Zeitachse zoomen und verschieben</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>About Watchdesk</source>
        <translation>Über Watchdesk</translation>
    </message>
    <message>
        <source>Watchdesk %1
A desktop console for Microsoft Defender for Endpoint.
GPL-3.0-or-later</source>
        <translation>Watchdesk %1
Eine Desktop-Konsole für Microsoft Defender for Endpoint.
GPL-3.0-or-later</translation>
    </message>
    <message numerus="yes">
        <source>Loading %1 · %Ln row(s)</source>
        <translation>
            <numerusform>Lade %1 · %Ln Zeile</numerusform>
            <numerusform>Lade %1 · %Ln Zeilen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The chain is intact: %Ln record(s).</source>
        <translation>
            <numerusform>Die Kette ist intakt: %Ln Eintrag.</numerusform>
            <numerusform>Die Kette ist intakt: %Ln Einträge.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Expand this pane</source>
        <translation>Bereich ver&amp;größern</translation>
    </message>
    <message>
        <source>Ctrl+Shift+M</source>
        <translation>Ctrl+Shift+M</translation>
    </message>
    <message>
        <source>&amp;Profiles …</source>
        <translation>&amp;Profile …</translation>
    </message>
    <message>
        <source>Ctrl+Shift+P</source>
        <translation>Ctrl+Shift+P</translation>
    </message>
    <message>
        <source>Another window cannot be opened.</source>
        <translation>Ein weiteres Fenster lässt sich nicht öffnen.</translation>
    </message>
    <message>
        <source>Tenant</source>
        <translation>Mandant</translation>
    </message>
    <message>
        <source>&amp;Tenant</source>
        <translation>&amp;Mandant</translation>
    </message>
    <message>
        <source>Ctrl+3</source>
        <translation>Ctrl+3</translation>
    </message>
    <message numerus="yes">
        <source>about %Ln s left</source>
        <translation>
            <numerusform>noch etwa %Ln s</numerusform>
            <numerusform>noch etwa %Ln s</numerusform>
        </translation>
    </message>
    <message>
        <source>Offline: nothing is sent</source>
        <translation>Offline: nichts wird gesendet</translation>
    </message>
    <message>
        <source>&amp;Work offline</source>
        <translation>&amp;Offline arbeiten</translation>
    </message>
    <message>
        <source>Open &amp;tenant</source>
        <translation>&amp;Mandant öffnen</translation>
    </message>
    <message>
        <source>Open tenant</source>
        <translation>Mandant öffnen</translation>
    </message>
    <message>
        <source>&amp;Lab tenant</source>
        <translation>&amp;Lab-Mandant</translation>
    </message>
    <message>
        <source>&amp;IP location database …</source>
        <translation>&amp;IP-Ortsdatenbank …</translation>
    </message>
    <message>
        <source>&amp;Close IP location database</source>
        <translation>IP-Ortsdatenbank s&amp;chließen</translation>
    </message>
    <message>
        <source>IP location database</source>
        <translation>IP-Ortsdatenbank</translation>
    </message>
    <message>
        <source>MaxMind databases (*.mmdb);;All files (*)</source>
        <translation>MaxMind-Datenbanken (*.mmdb);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>W&amp;hat externaldata may read …</source>
        <translation>Was externaldata &amp;lesen darf …</translation>
    </message>
</context>
<context>
    <name>watchdesk::ui::Pane</name>
    <message>
        <source>Filter of %1</source>
        <translation>Filter für %1</translation>
    </message>
    <message>
        <source>Expand %1</source>
        <translation>%1 vergrößern</translation>
    </message>
</context>
<context>
    <name>watchdesk::ui::PlacesDialog</name>
    <message>
        <source>What externaldata may read</source>
        <translation>Was externaldata lesen darf</translation>
    </message>
    <message>
        <source>Queries on held data may read from these hosts and folders.</source>
        <translation>Abfragen auf lokalen Daten dürfen von diesen Hosts und aus diesen Ordnern lesen.</translation>
    </message>
    <message>
        <source>Hosts and folders</source>
        <translation>Hosts und Ordner</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>Host or folder</source>
        <translation>Host oder Ordner</translation>
    </message>
    <message>
        <source>Allow</source>
        <translation>Erlauben</translation>
    </message>
    <message>
        <source>That is neither a host nor a folder.</source>
        <translation>Das ist weder ein Host noch ein Ordner.</translation>
    </message>
</context>
<context>
    <name>watchdesk::ui::ProcessOutline</name>
    <message>
        <source>Process behind the selected alert</source>
        <translation>Prozess hinter der Warnung</translation>
    </message>
    <message>
        <source>(unknown)</source>
        <translation>(unbekannt)</translation>
    </message>
    <message>
        <source>%1 more</source>
        <translation>%1 weitere</translation>
    </message>
    <message>
        <source>and %1 more processes</source>
        <translation>und %1 weitere Prozesse</translation>
    </message>
    <message numerus="yes">
        <source>%Ln external alert(s)</source>
        <translation>
            <numerusform>%Ln ext.</numerusform>
            <numerusform>%Ln ext.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>watchdesk::ui::ProfileDialog</name>
    <message>
        <source>Tenant profiles</source>
        <translation>Mandantenprofile</translation>
    </message>
    <message>
        <source>&amp;Profile</source>
        <translation>&amp;Profil</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Profil</translation>
    </message>
    <message>
        <source>&amp;Remove …</source>
        <translation>&amp;Entfernen …</translation>
    </message>
    <message>
        <source>Addresses and network</source>
        <translation>Adressen und Netzwerk</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>letters, digits, dashes</source>
        <translation>Buchstaben, Ziffern, Bindestriche</translation>
    </message>
    <message>
        <source>Custom</source>
        <translation>Eigene</translation>
    </message>
    <message>
        <source>Cloud</source>
        <translation>Cloud</translation>
    </message>
    <message>
        <source>C&amp;loud</source>
        <translation>C&amp;loud</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>Re&amp;gion</source>
        <translation>Re&amp;gion</translation>
    </message>
    <message>
        <source>&amp;Tenant id</source>
        <translation>Mandan&amp;ten-ID</translation>
    </message>
    <message>
        <source>App (&amp;client) id</source>
        <translation>App-ID (&amp;Client)</translation>
    </message>
    <message>
        <source>Client secret</source>
        <translation>Clientgeheimnis</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Zertifikat</translation>
    </message>
    <message>
        <source>A person, in the browser</source>
        <translation>Eine Person, im Browser</translation>
    </message>
    <message>
        <source>A person, by device code</source>
        <translation>Eine Person, per Gerätecode</translation>
    </message>
    <message>
        <source>Way to sign in</source>
        <translation>Art der Anmeldung</translation>
    </message>
    <message>
        <source>&amp;Sign-in</source>
        <translation>Anmel&amp;dung</translation>
    </message>
    <message>
        <source>Defender &amp;API</source>
        <translation>Defender-&amp;API</translation>
    </message>
    <message>
        <source>Sign-in ser&amp;vice</source>
        <translation>Anmeldedien&amp;st</translation>
    </message>
    <message>
        <source>&amp;Microsoft Graph</source>
        <translation>&amp;Microsoft Graph</translation>
    </message>
    <message>
        <source>A&amp;udience of tokens</source>
        <translation>A&amp;udience der Token</translation>
    </message>
    <message>
        <source>&amp;Kusto cluster</source>
        <translation>&amp;Kusto-Cluster</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keiner</translation>
    </message>
    <message>
        <source>Its &amp;database</source>
        <translation>Seine Daten&amp;bank</translation>
    </message>
    <message>
        <source>Pro&amp;xy</source>
        <translation>Pro&amp;xy</translation>
    </message>
    <message>
        <source>what the system says; else http://host:port or socks5://host:port</source>
        <translation>wie im System; sonst http://host:port oder socks5://host:port</translation>
    </message>
    <message>
        <source>the system&apos;s alone</source>
        <translation>nur die des Systems</translation>
    </message>
    <message>
        <source>Certificate authorities</source>
        <translation>Zertifizierungsstellen</translation>
    </message>
    <message>
        <source>Choose …</source>
        <translation>Wählen …</translation>
    </message>
    <message>
        <source>Choose the file of certificate authorities</source>
        <translation>Datei mit Zertifizierungsstellen wählen</translation>
    </message>
    <message>
        <source>Certificate auth&amp;orities</source>
        <translation>&amp;Zertifizierungsstellen</translation>
    </message>
    <message>
        <source>T&amp;est connection</source>
        <translation>Verb&amp;indung testen</translation>
    </message>
    <message>
        <source>Sa&amp;ve</source>
        <translation>Speiche&amp;rn</translation>
    </message>
    <message>
        <source>Open &amp;window</source>
        <translation>&amp;Fenster öffnen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>New profile</source>
        <translation>Neues Profil</translation>
    </message>
    <message>
        <source>A secret is kept in the keychain only. A test says step by step what works.</source>
        <translation>Ein Geheimnis liegt nur im Schlüsselbund. Ein Test zeigt Schritt für Schritt, was funktioniert.</translation>
    </message>
    <message>
        <source>Nearest</source>
        <translation>Nächstgelegene</translation>
    </message>
    <message>
        <source>Certificate and key</source>
        <translation>Zertifikat und Schlüssel</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>unchanged if left empty</source>
        <translation>unverändert, wenn leer</translation>
    </message>
    <message>
        <source>Choose PEM file …</source>
        <translation>PEM-Datei wählen …</translation>
    </message>
    <message>
        <source>Sign in …</source>
        <translation>Anmelden …</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>Datei wählen</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer);;All files (*)</source>
        <translation>Zertifikate (*.pem *.crt *.cer);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Certificate and private key</source>
        <translation>Zertifikat und privater Schlüssel</translation>
    </message>
    <message>
        <source>Certificates (*.pem);;All files (*)</source>
        <translation>Zertifikate (*.pem);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>%1 cannot be read.</source>
        <translation>%1 ist nicht lesbar.</translation>
    </message>
    <message>
        <source>%1 goes into the keychain when you save.</source>
        <translation>%1 kommt beim Speichern in den Schlüsselbund.</translation>
    </message>
    <message>
        <source>The browser opens for the sign-in; come back here when it is done.</source>
        <translation>Der Browser öffnet sich für die Anmeldung; danach hierher zurückkehren.</translation>
    </message>
    <message>
        <source>Open %1 on any computer and enter the code</source>
        <translation>%1 auf einem beliebigen Rechner öffnen und den Code eingeben</translation>
    </message>
    <message>
        <source>Signed in.</source>
        <translation>Angemeldet.</translation>
    </message>
    <message>
        <source>%1 is signed in.</source>
        <translation>%1 ist angemeldet.</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Gespeichert.</translation>
    </message>
    <message>
        <source>Saved; the secret is in the keychain.</source>
        <translation>Gespeichert; das Geheimnis liegt im Schlüsselbund.</translation>
    </message>
    <message>
        <source>Saved. There is no keychain: the secret is kept until the program ends.</source>
        <translation>Gespeichert. Es gibt keinen Schlüsselbund: das Geheimnis bleibt bis zum Programmende.</translation>
    </message>
    <message>
        <source>This profile was never saved.</source>
        <translation>Dieses Profil wurde nie gespeichert.</translation>
    </message>
    <message>
        <source>Remove profile</source>
        <translation>Profil entfernen</translation>
    </message>
    <message>
        <source>Remove “%1” and its secret? What was loaded stays.</source>
        <translation>„%1“ und das Geheimnis dazu entfernen? Geladenes bleibt.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>By its name</source>
        <translation>Nach dem Namen</translation>
    </message>
    <message>
        <source>Colour of its windows</source>
        <translation>Farbe der Fenster</translation>
    </message>
    <message>
        <source>Colo&amp;ur of its windows</source>
        <translation>&amp;Farbe der Fenster</translation>
    </message>
</context>
<context>
    <name>watchdesk::ui::QueryList</name>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln Zeile</numerusform>
            <numerusform>%Ln Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>Queries</source>
        <translation>Abfragen</translation>
    </message>
</context>
<context>
    <name>watchdesk::ui::QueryTabs</name>
    <message>
        <source>Open queries</source>
        <translation>Offene Abfragen</translation>
    </message>
    <message>
        <source>New query</source>
        <translation>Neue Abfrage</translation>
    </message>
    <message>
        <source>New query (Ctrl+T)</source>
        <translation>Neue Abfrage (Strg+T)</translation>
    </message>
    <message>
        <source>Name of the query</source>
        <translation>Name der Abfrage</translation>
    </message>
    <message numerus="yes">
        <source>There are %n queries open already.</source>
        <translation>
            <numerusform>Es ist bereits %n Abfrage offen.</numerusform>
            <numerusform>Es sind bereits %n Abfragen offen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close (Ctrl+W)</source>
        <translation>Schließen (Strg+W)</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>Unbenannt</translation>
    </message>
</context>
<context>
    <name>watchdesk::ui::Rail</name>
    <message>
        <source>Views</source>
        <translation>Ansichten</translation>
    </message>
</context>
<context>
    <name>watchdesk::ui::RecordDetail</name>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>… and %1 more</source>
        <translation>… und %1 weitere</translation>
    </message>
    <message>
        <source>Nothing chosen</source>
        <translation>Nichts ausgewählt</translation>
    </message>
    <message>
        <source>The chosen record</source>
        <translation>Der ausgewählte Datensatz</translation>
    </message>
    <message>
        <source>Not in the description of the API</source>
        <translation>Nicht in der Beschreibung der API</translation>
    </message>
</context>
<context>
    <name>watchdesk::ui::ResourcePane</name>
    <message>
        <source>just now</source>
        <translation>gerade eben</translation>
    </message>
    <message>
        <source>%1 min ago</source>
        <translation>vor %1 min</translation>
    </message>
    <message>
        <source>%1 h ago</source>
        <translation>vor %1 h</translation>
    </message>
    <message>
        <source>%1 days ago</source>
        <translation>vor %1 Tagen</translation>
    </message>
    <message>
        <source>complete</source>
        <translation>vollständig</translation>
    </message>
    <message>
        <source>nothing there</source>
        <translation>nichts vorhanden</translation>
    </message>
    <message>
        <source>truncated</source>
        <translation>gekappt</translation>
    </message>
    <message>
        <source>partial</source>
        <translation>unvollständig</translation>
    </message>
    <message>
        <source>Load %1 again</source>
        <translation>%1 neu laden</translation>
    </message>
    <message>
        <source>loading …</source>
        <translation>lädt …</translation>
    </message>
    <message>
        <source>never loaded</source>
        <translation>nie geladen</translation>
    </message>
    <message>
        <source>one at a time</source>
        <translation>eines nach dem anderen</translation>
    </message>
    <message>
        <source>Offline: only what was loaded before is here.</source>
        <translation>Ohne Verbindung: Hier ist nur, was vorher geladen wurde.</translation>
    </message>
</context>
<context>
    <name>watchdesk::ui::ResourceTree</name>
    <message>
        <source>Devices</source>
        <translation>Geräte</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>Warnungen</translation>
    </message>
    <message>
        <source>Incidents</source>
        <translation>Incidents</translation>
    </message>
    <message>
        <source>Indicators</source>
        <translation>Indikatoren</translation>
    </message>
    <message>
        <source>Response</source>
        <translation>Reaktion</translation>
    </message>
    <message>
        <source>Weaknesses and exposure</source>
        <translation>Schwachstellen und Gefährdung</translation>
    </message>
    <message>
        <source>Inventories of all devices</source>
        <translation>Inventare aller Geräte</translation>
    </message>
    <message>
        <source>Network scans</source>
        <translation>Netzwerkscans</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Sonstiges</translation>
    </message>
    <message>
        <source>Narrow</source>
        <translation>Eingrenzen</translation>
    </message>
    <message>
        <source>Narrow the list</source>
        <translation>Liste eingrenzen</translation>
    </message>
    <message>
        <source>What can be listed</source>
        <translation>Was sich auflisten lässt</translation>
    </message>
    <message>
        <source>Files, addresses, people</source>
        <translation>Dateien, Adressen, Personen</translation>
    </message>
</context>
<context>
    <name>watchdesk::ui::ResourcesView</name>
    <message>
        <source>Resources</source>
        <translation>Ressourcen</translation>
    </message>
    <message>
        <source>What belongs to the chosen row</source>
        <translation>Was zur ausgewählten Zeile gehört</translation>
    </message>
    <message>
        <source>The API</source>
        <translation>Die API</translation>
    </message>
    <message>
        <source>Nothing can be done with this list</source>
        <translation>Mit dieser Liste lässt sich nichts tun</translation>
    </message>
    <message>
        <source>Trend</source>
        <translation>Verlauf</translation>
    </message>
</context>
<context>
    <name>watchdesk::ui::ResponseBar</name>
    <message>
        <source>Push to Defender …</source>
        <translation>An Defender …</translation>
    </message>
    <message>
        <source>Raise an alert on the event behind it …</source>
        <translation>Zum Ereignis dahinter eine Warnung melden …</translation>
    </message>
    <message>
        <source>Resolve…</source>
        <translation>Lösen…</translation>
    </message>
    <message>
        <source>Resolve the alert, with a verdict …</source>
        <translation>Die Warnung mit einem Urteil lösen …</translation>
    </message>
    <message>
        <source>Assign…</source>
        <translation>Zuweisen…</translation>
    </message>
    <message>
        <source>Say who works on the alert …</source>
        <translation>Sagen, wer die Warnung bearbeitet …</translation>
    </message>
    <message>
        <source>Isolate…</source>
        <translation>Isolieren…</translation>
    </message>
    <message>
        <source>Isolate the device from the network …</source>
        <translation>Das Gerät vom Netzwerk isolieren …</translation>
    </message>
    <message>
        <source>Release…</source>
        <translation>Freigeben…</translation>
    </message>
    <message>
        <source>Release the device from isolation …</source>
        <translation>Das Gerät aus der Isolierung freigeben …</translation>
    </message>
    <message>
        <source>Restrict apps…</source>
        <translation>Apps beschränken…</translation>
    </message>
    <message>
        <source>Let only Microsoft&apos;s programs run …</source>
        <translation>Nur Programme von Microsoft zulassen …</translation>
    </message>
    <message>
        <source>AV scan…</source>
        <translation>AV-Prüfung…</translation>
    </message>
    <message>
        <source>Let Defender Antivirus look through the device …</source>
        <translation>Defender Antivirus das Gerät durchsuchen lassen …</translation>
    </message>
    <message>
        <source>Collect package…</source>
        <translation>Paket holen…</translation>
    </message>
    <message>
        <source>Collect an investigation package …</source>
        <translation>Ein Untersuchungspaket holen …</translation>
    </message>
    <message>
        <source>Investigate…</source>
        <translation>Untersuchen…</translation>
    </message>
    <message>
        <source>Start an automated investigation …</source>
        <translation>Eine automatische Untersuchung beginnen …</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>Everything that can be asked for</source>
        <translation>Alles, was sich verlangen lässt</translation>
    </message>
    <message>
        <source>No device is behind what is chosen.</source>
        <translation>Hinter dem Gewählten steht kein Gerät.</translation>
    </message>
    <message>
        <source>Choose a device or an alert</source>
        <translation>Ein Gerät oder eine Warnung wählen</translation>
    </message>
    <message>
        <source>Nothing is chosen.</source>
        <translation>Nichts ist gewählt.</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>Cancel: %1…</source>
        <translation>Abbrechen: %1…</translation>
    </message>
    <message>
        <source>Alert</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Indicator for</source>
        <translation>Indikator für</translation>
    </message>
    <message>
        <source>Indicator</source>
        <translation>Indikator</translation>
    </message>
</context>
<context>
    <name>watchdesk::ui::ResultActions</name>
    <message>
        <source>Take action</source>
        <translation>Maßnahme</translation>
    </message>
    <message>
        <source>Take action on the chosen rows</source>
        <translation>Maßnahme für die gewählten Zeilen</translation>
    </message>
    <message>
        <source>The chosen rows name nothing to act on</source>
        <translation>Die gewählten Zeilen nennen nichts, wofür es Maßnahmen gibt</translation>
    </message>
    <message>
        <source>Choose rows first</source>
        <translation>Zuerst Zeilen wählen</translation>
    </message>
    <message>
        <source>Columns such as DeviceId, AlertId, SHA1 or RemoteIP say what an action is about.</source>
        <translation>Spalten wie DeviceId, AlertId, SHA1 oder RemoteIP sagen, worum es geht.</translation>
    </message>
    <message>
        <source>The chosen rows name several files; choose those of one.</source>
        <translation>Die gewählten Zeilen nennen mehrere Dateien; wähle die einer einzigen.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln device(s)</source>
        <translation>
            <numerusform>%Ln Gerät</numerusform>
            <numerusform>%Ln Geräte</numerusform>
        </translation>
    </message>
    <message>
        <source>Of the first %1 chosen rows</source>
        <translation>Der ersten %1 gewählten Zeilen</translation>
    </message>
    <message>
        <source>A sheet takes no more.</source>
        <translation>Mehr nimmt ein Blatt nicht.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln alert(s)</source>
        <translation>
            <numerusform>%Ln Warnung</numerusform>
            <numerusform>%Ln Warnungen</numerusform>
        </translation>
    </message>
    <message>
        <source>Indicator for</source>
        <translation>Indikator für</translation>
    </message>
    <message numerus="yes">
        <source>… and %Ln more</source>
        <translation>
            <numerusform>… und %Ln weiterer</numerusform>
            <numerusform>… und %Ln weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose fewer rows to see them.</source>
        <translation>Wähle weniger Zeilen, um sie zu sehen.</translation>
    </message>
    <message>
        <source>The query still runs: wait for its last rows, or stop it.</source>
        <translation>Die Abfrage läuft noch: auf ihre letzten Zeilen warten oder sie anhalten.</translation>
    </message>
</context>
<context>
    <name>watchdesk::ui::RowActions</name>
    <message>
        <source>Respond</source>
        <translation>Reagieren</translation>
    </message>
    <message>
        <source>What can be done with the chosen rows</source>
        <translation>Was sich mit den gewählten Zeilen tun lässt</translation>
    </message>
    <message>
        <source>No row is chosen.</source>
        <translation>Keine Zeile ist gewählt.</translation>
    </message>
</context>
<context>
    <name>watchdesk::ui::RunComparison</name>
    <message>
        <source>What is different from the run before</source>
        <translation>Was sich seit dem Lauf davor geändert hat</translation>
    </message>
    <message>
        <source>Same as at %1</source>
        <translation>Wie um %1</translation>
    </message>
    <message>
        <source>Since %1: %2</source>
        <translation>Seit %1: %2</translation>
    </message>
    <message>
        <source>The same query gave the same rows.</source>
        <translation>Dieselbe Abfrage ergab dieselben Zeilen.</translation>
    </message>
    <message>
        <source>%1 added, %2 removed, %3 changed since the run before. Shows these rows.</source>
        <translation>%1 neu, %2 entfallen, %3 geändert seit dem Lauf davor. Zeigt diese Zeilen.</translation>
    </message>
</context>
<context>
    <name>watchdesk::ui::RunningActions</name>
    <message>
        <source>What runs on devices, and how to cancel it</source>
        <translation>Was auf Geräten läuft und wie es sich abbrechen lässt</translation>
    </message>
    <message numerus="yes">
        <source>%Ln action(s) running</source>
        <translation>
            <numerusform>%Ln Aktion läuft</numerusform>
            <numerusform>%Ln Aktionen laufen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %2 on %3: %4 — cancel…</source>
        <translation>%1 %2 auf %3: %4 — abbrechen…</translation>
    </message>
</context>
<context>
    <name>watchdesk::ui::SchemaTree</name>
    <message>
        <source>Local: external sensors</source>
        <translation>Lokal: externe Sensoren</translation>
    </message>
    <message>
        <source>Local: tenant objects</source>
        <translation>Lokal: Mandantenobjekte</translation>
    </message>
    <message>
        <source>Vulnerabilities (TVM)</source>
        <translation>Sicherheitsrisiken (TVM)</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>Geräte</translation>
    </message>
    <message>
        <source>Alerts and behaviours</source>
        <translation>Warnungen, Verhalten</translation>
    </message>
    <message>
        <source>Mail and messages</source>
        <translation>E-Mail und Nachrichten</translation>
    </message>
    <message>
        <source>Identities</source>
        <translation>Identitäten</translation>
    </message>
    <message>
        <source>Cloud and others</source>
        <translation>Cloud und Weiteres</translation>
    </message>
    <message>
        <source>Tables and columns</source>
        <translation>Tabellen und Spalten</translation>
    </message>
    <message>
        <source>Narrow the schema</source>
        <translation>Schema eingrenzen</translation>
    </message>
    <message>
        <source>Schema</source>
        <translation>Schema</translation>
    </message>
</context>
<context>
    <name>watchdesk::ui::SearchField</name>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>Defender alert</source>
        <translation>Defender-Warnung</translation>
    </message>
    <message>
        <source>External alert</source>
        <translation>Externe Warnung</translation>
    </message>
    <message>
        <source>Indicator</source>
        <translation>Indikator</translation>
    </message>
    <message>
        <source>Search devices, alerts, IP addresses, indicators …</source>
        <translation>Geräte, Warnungen, IPs, Indikatoren …</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Search results</source>
        <translation>Suchergebnisse</translation>
    </message>
    <message>
        <source>Nothing held matches.</source>
        <translation>Keine Treffer in den lokalen Daten.</translation>
    </message>
</context>
<context>
    <name>watchdesk::ui::SheetRun</name>
    <message>
        <source>done</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>done: %1</source>
        <translation>fertig: %1</translation>
    </message>
</context>
<context>
    <name>watchdesk::ui::Starters</name>
    <message>
        <source>Which process made the flows that a sensor alerted on?</source>
        <translation>Prozess hinter Sensorwarnungen</translation>
    </message>
    <message>
        <source>Who opened lsass.exe?</source>
        <translation>Wer hat lsass.exe geöffnet?</translation>
    </message>
    <message>
        <source>PowerShell with an encoded or hidden command</source>
        <translation>PowerShell codiert/versteckt</translation>
    </message>
    <message>
        <source>Services installed, with the binary they run</source>
        <translation>Neue Dienste und ihre Programme</translation>
    </message>
    <message>
        <source>Public addresses that only one device talks to</source>
        <translation>Adressen mit nur einem Gerät</translation>
    </message>
    <message>
        <source>Process starts per device and hour</source>
        <translation>Prozessstarts je Gerät und Stunde</translation>
    </message>
</context>
<context>
    <name>watchdesk::ui::StatusLine</name>
    <message>
        <source>Devices %1</source>
        <translation>Geräte %1</translation>
    </message>
    <message>
        <source>Alerts %1</source>
        <translation>Warnungen %1</translation>
    </message>
    <message>
        <source>External %1</source>
        <translation>Extern %1</translation>
    </message>
    <message>
        <source>Indicators %1</source>
        <translation>Indikatoren %1</translation>
    </message>
    <message>
        <source>Store %1 events · in memory</source>
        <translation>Bestand %1 Ereignisse · im Arbeitsspeicher</translation>
    </message>
    <message>
        <source>Store %1 events · %2</source>
        <translation>Bestand %1 Ereignisse · %2</translation>
    </message>
    <message>
        <source>%1 UTC · lab clock</source>
        <translation>%1 UTC · Lab-Uhr</translation>
    </message>
    <message>
        <source>%1 UTC</source>
        <translation>%1 UTC</translation>
    </message>
</context>
<context>
    <name>watchdesk::ui::StepEditor</name>
    <message>
        <source>Put a file on the device</source>
        <translation>Datei auf das Gerät legen</translation>
    </message>
    <message>
        <source>Run a script</source>
        <translation>Skript ausführen</translation>
    </message>
    <message>
        <source>Fetch a file</source>
        <translation>Datei holen</translation>
    </message>
    <message>
        <source>File in the library</source>
        <translation>Datei der Bibliothek</translation>
    </message>
    <message>
        <source>Script in the library</source>
        <translation>Skript der Bibliothek</translation>
    </message>
    <message>
        <source>Arguments</source>
        <translation>Argumente</translation>
    </message>
    <message>
        <source>Path on the device</source>
        <translation>Pfad auf dem Gerät</translation>
    </message>
    <message>
        <source>Add a step</source>
        <translation>Schritt hinzufügen</translation>
    </message>
    <message>
        <source>Remove this step</source>
        <translation>Diesen Schritt entfernen</translation>
    </message>
</context>
<context>
    <name>watchdesk::ui::TableModel</name>
    <message>
        <source>expired</source>
        <translation>abgelaufen</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 d</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
</context>
<context>
    <name>watchdesk::ui::TimelineView</name>
    <message>
        <source>Timeline</source>
        <translation>Zeitachse</translation>
    </message>
    <message>
        <source>Defender alerts</source>
        <translation>Defender-Warnungen</translation>
    </message>
    <message>
        <source>External alerts</source>
        <translation>Externe Warnungen</translation>
    </message>
    <message>
        <source>Processes</source>
        <translation>Prozesse</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netzwerk</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Registry</source>
        <translation>Registry</translation>
    </message>
    <message>
        <source>Logons</source>
        <translation>Anmeldungen</translation>
    </message>
    <message>
        <source>Other events</source>
        <translation>Sonstige Ereignisse</translation>
    </message>
    <message>
        <source>Response</source>
        <translation>Reaktion</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln event(s)</source>
        <translation>
            <numerusform>%Ln Ereignis</numerusform>
            <numerusform>%Ln Ereignisse</numerusform>
        </translation>
    </message>
    <message>
        <source>MMM d</source>
        <extracomment>A date as QLocale writes it: month and day</extracomment>
        <translation>d. MMM</translation>
    </message>
</context>
<context>
    <name>watchdesk::ui::TopBar</name>
    <message>
        <source>Opening …</source>
        <translation>Wird geöffnet …</translation>
    </message>
    <message>
        <source>Time range</source>
        <translation>Zeitraum</translation>
    </message>
    <message>
        <source>Last hour</source>
        <translation>Letzte Stunde</translation>
    </message>
    <message>
        <source>Last 24 h</source>
        <translation>Letzte 24 h</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Letzte 7 Tage</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Letzte 30 Tage</translation>
    </message>
    <message>
        <source>Everything held</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>API</source>
        <translation>API</translation>
    </message>
    <message>
        <source>How fresh the data is; syncs now</source>
        <translation>Wie aktuell die Daten sind; synchronisiert jetzt</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>Jetzt synchronisieren</translation>
    </message>
    <message>
        <source>Not synced</source>
        <translation>Nicht synchronisiert</translation>
    </message>
    <message>
        <source>Lab tenant</source>
        <translation>Lab-Mandant</translation>
    </message>
    <message>
        <source>Tenant</source>
        <translation>Mandant</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>Held data only</source>
        <translation>Nur lokale Daten</translation>
    </message>
    <message>
        <source>Not open</source>
        <translation>Nicht geöffnet</translation>
    </message>
    <message>
        <source>%1 / %2 a min</source>
        <translation>%1 / %2 pro min</translation>
    </message>
    <message>
        <source>%1 s ago</source>
        <translation>vor %1 s</translation>
    </message>
    <message>
        <source>%1 min ago</source>
        <translation>vor %1 min</translation>
    </message>
    <message>
        <source>Live ● %1</source>
        <translation>Live ● %1</translation>
    </message>
    <message>
        <source>Partial ◐ %1</source>
        <translation>Teilweise ◐ %1</translation>
    </message>
    <message>
        <source>free in %1 s</source>
        <translation>frei in %1 s</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>How much of the service&apos;s quota is used</source>
        <translation>Wie viel vom Kontingent des Dienstes verbraucht ist</translation>
    </message>
    <message>
        <source>no calls</source>
        <translation>keine Aufrufe</translation>
    </message>
    <message>
        <source>Calls in the last minute and hour, and what the service allows:</source>
        <translation>Aufrufe in der letzten Minute und Stunde, und was der Dienst erlaubt:</translation>
    </message>
    <message>
        <source>%1: %2 a min, %3 an hour</source>
        <translation>%1: %2 pro min, %3 pro h</translation>
    </message>
    <message>
        <source>%1 / %2 an hour</source>
        <translation>%1 / %2 pro h</translation>
    </message>
    <message>
        <source>%1 / %2 min running an hour</source>
        <translation>%1 / %2 min Laufzeit je Stunde</translation>
    </message>
    <message>
        <source>%1 / %2 min running a day</source>
        <translation>%1 / %2 min Laufzeit je Tag</translation>
    </message>
    <message>
        <source>; ran %1 of %2 s in the hour, %3 of %4 s in the day</source>
        <translation>; lief %1 von %2 s in der Stunde, %3 von %4 s am Tag</translation>
    </message>
    <message>
        <source>%1, offline</source>
        <translation>%1, offline</translation>
    </message>
</context>
<context>
    <name>watchdesk::ui::TrendPane</name>
    <message>
        <source>Exposure score</source>
        <translation>Gefährdungsbewertung</translation>
    </message>
    <message>
        <source>Secure score</source>
        <translation>Sicherheitsbewertung</translation>
    </message>
    <message>
        <source>Exposed devices</source>
        <translation>Betroffene Geräte</translation>
    </message>
    <message>
        <source>Trend</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Trend: %1</source>
        <translation>Verlauf: %1</translation>
    </message>
    <message>
        <source>Nothing was kept yet: a sync does it.</source>
        <translation>Noch wurde nichts behalten: Das tut eine Synchronisierung.</translation>
    </message>
    <message>
        <source>One value so far; every sync that finds another adds to the line.</source>
        <translation>Bisher ein Wert; jede Synchronisierung, die einen anderen findet, setzt die Linie fort.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln value(s) kept</source>
        <translation>
            <numerusform>%Ln Wert behalten</numerusform>
            <numerusform>%Ln Werte behalten</numerusform>
        </translation>
    </message>
    <message>
        <source>All devices</source>
        <translation>Alle Geräte</translation>
    </message>
</context>
<context>
    <name>watchdesk::ui::WrapLabel</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
</context>
</TS>
