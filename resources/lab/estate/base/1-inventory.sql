-- SPDX-FileCopyrightText: 2026 The Watchdesk authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- on: content
--
-- Which product, in which version, is on which device: what its processes said of themselves, and its system.
WITH Seen AS (
    SELECT DeviceId, ProcessVersionInfoCompanyName AS company, ProcessVersionInfoProductName AS product,
           ProcessVersionInfoProductVersion AS version, FolderPath AS folder, FileName AS fileName, SHA1 AS sha1, Timestamp
    FROM DeviceProcessEvents
    UNION ALL
    SELECT DeviceId, InitiatingProcessVersionInfoCompanyName, InitiatingProcessVersionInfoProductName,
           InitiatingProcessVersionInfoProductVersion, InitiatingProcessFolderPath, InitiatingProcessFileName,
           InitiatingProcessSHA1, Timestamp
    FROM DeviceNetworkEvents
),
Named AS (
    SELECT *,
           trim(regexp_replace(regexp_replace(lower(company),
               ' (corporation|corp\.?|inc\.?|ltd\.?|as|gmbh|software foundation|development community)$', ''),
               '[^a-z0-9.]+', '_', 'g'), '_') AS vendor,
           trim(regexp_replace(replace(lower(product), 'microsoft ', ''), '[^a-z0-9.+]+', '_', 'g'), '_') AS name
    FROM Seen
    WHERE company <> '' AND product <> '' AND version <> '' AND product NOT LIKE 'Microsoft%Windows%Operating System'
)
SELECT DeviceId AS deviceId, vendor, name AS product, max(product) AS title, version, min(folder) AS folder,
       min(fileName) AS fileName, min(sha1) AS sha1, min(Timestamp) AS firstSeen, max(Timestamp) AS lastSeen,
       'Application' AS category
FROM Named
GROUP BY DeviceId, vendor, name, version
UNION ALL
SELECT id, CASE WHEN osPlatform LIKE 'Windows%' THEN 'microsoft' ELSE lower(osPlatform) END,
       lower(regexp_replace(osPlatform, '^(Windows)(Server)?(\d+)$', '\1_\2_\3')), osPlatform,
       CASE WHEN coalesce(osBuild, 0) > 0 THEN '10.0.' || osBuild || '.' || (1000 + CAST(md5_number_lower(id) % 3 AS BIGINT) * 700) ELSE version END,
       '', '', '', firstSeen, lastSeen, 'Operating system'
FROM Devices
WHERE osPlatform <> ''
