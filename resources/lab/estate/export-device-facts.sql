-- SPDX-FileCopyrightText: 2026 The Watchdesk authors
-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT d.deviceId AS DeviceId, d.deviceName AS DeviceName, d.osPlatform AS OsPlatform, strftime(make_timestamp((d.lastSeen - 621355968000000000) // 10), '%Y-%m-%d %H:%M:%S') AS LastSeenTime,
       json_object('AvMode', CASE WHEN d.dice % 20 = 0 THEN '1' ELSE '0' END, 'AvSignatureVersion', '1.4' || (20 + d.dice % 5) || '.' || d.dice % 900 || '.0', 'OsBuild', d.osBuild)::VARCHAR AS DeviceGatheredInfo
FROM Devices d
ORDER BY d.deviceId
