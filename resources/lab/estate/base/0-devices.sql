-- SPDX-FileCopyrightText: 2026 The Watchdesk authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- on: content
--
-- The devices as the answers need them. Of a larger tenant the first ten thousand: what is known of each takes some
-- forty kilobytes, and a bulk tenant is there for its long lists of devices and alerts.
SELECT id AS deviceId, computerDnsName AS deviceName, osPlatform, osVersion, osArchitecture, osBuild, version, healthStatus,
       rbacGroupId, CASE WHEN rbacGroupName = '' THEN 'Unassigned' ELSE rbacGroupName END AS rbacGroupName, firstSeen, lastSeen,
       lastIpAddress, deviceValue, CAST(md5_number_lower(id) % 1000 AS BIGINT) AS dice
FROM Devices
LIMIT 10000
