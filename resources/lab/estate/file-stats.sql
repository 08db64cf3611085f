-- SPDX-FileCopyrightText: 2026 The Watchdesk authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- on: content
-- with: id since
WITH Hit AS (
    SELECT SHA1, SHA256, MD5, FileName, FileSize, ProcessVersionInfoCompanyName AS company, ProcessVersionInfoProductName AS product, DeviceId, Timestamp FROM DeviceProcessEvents WHERE lower(SHA1) = lower(?1) OR lower(SHA256) = lower(?1)
    UNION ALL
    SELECT SHA1, SHA256, MD5, FileName, FileSize, '', '', DeviceId, Timestamp FROM DeviceFileEvents WHERE lower(SHA1) = lower(?1) OR lower(SHA256) = lower(?1)
    UNION ALL
    SELECT SHA1, SHA256, MD5, FileName, FileSize, '', '', DeviceId, Timestamp FROM DeviceImageLoadEvents WHERE lower(SHA1) = lower(?1) OR lower(SHA256) = lower(?1)
),
Known AS (SELECT lower(max(SHA1)) AS sha1, lower(max(SHA256)) AS sha256, lower(max(MD5)) AS md5, max(FileName) AS fileName, max(FileSize) AS size, max(company) AS company, max(product) AS product,
                 count(DISTINCT DeviceId) AS devices, min(Timestamp) AS firstSeen, max(Timestamp) AS lastSeen, CAST(md5_number_lower(lower(max(SHA1))) % 1000003 AS BIGINT) AS dice FROM Hit HAVING count(*) > 0)
SELECT sha1, devices AS organizationPrevalence, firstSeen AS orgFirstSeen, lastSeen AS orgLastSeen, CASE WHEN company = '' THEN devices ELSE devices * (100 + dice % 90000) END AS globallyPrevalence,
       firstSeen - (dice % 900) * 864000000000 AS globalFirstObserved, lastSeen AS globalLastObserved,
       (SELECT to_json(list_slice(list(DISTINCT FileName), 1, 5))::VARCHAR FROM Hit WHERE Timestamp >= CAST(?2 AS BIGINT)) AS topFileNames
FROM Known
