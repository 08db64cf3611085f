-- SPDX-FileCopyrightText: 2026 The Watchdesk authors
-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT d.deviceId, d.deviceName, d.osPlatform, d.osVersion, d.rbacGroupName, d.rbacGroupId, c.kind AS componentType, c.maker AS manufacturer, c.name AS componentName, c.version AS componentVersion,
       json_object('Serial', upper(substr(md5(d.deviceId || c.kind), 1, 10)))::VARCHAR AS additionalFields
FROM Devices d
JOIN (SELECT deviceId, unnest([
          struct_pack(kind := 'Hardware', maker := CASE dice % 3 WHEN 0 THEN 'Nordlys' WHEN 1 THEN 'Tessera' ELSE 'Fjordline' END, name := 'Model ' || (100 + dice % 7 * 20), version := '1'),
          struct_pack(kind := 'Bios', maker := CASE dice % 3 WHEN 0 THEN 'Nordlys' WHEN 1 THEN 'Tessera' ELSE 'Fjordline' END, name := 'System firmware', version := '1.' || dice % 9 || '.' || dice % 4),
          struct_pack(kind := 'Processor', maker := CASE WHEN dice % 2 = 0 THEN 'Intel' ELSE 'AMD' END, name := CASE WHEN dice % 2 = 0 THEN 'x64, 8 cores' ELSE 'x64, 12 cores' END, version := '')
      ]) AS c FROM Devices) k ON k.deviceId = d.deviceId
ORDER BY d.deviceId, c.kind
