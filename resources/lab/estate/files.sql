-- SPDX-FileCopyrightText: 2026 The Watchdesk authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- on: content
-- with: id
WITH Hit AS (
    SELECT SHA1, SHA256, MD5, FileName, FileSize, ProcessVersionInfoCompanyName AS company, ProcessVersionInfoProductName AS product, DeviceId, Timestamp FROM DeviceProcessEvents WHERE lower(SHA1) = lower(?1) OR lower(SHA256) = lower(?1)
    UNION ALL
    SELECT SHA1, SHA256, MD5, FileName, FileSize, '', '', DeviceId, Timestamp FROM DeviceFileEvents WHERE lower(SHA1) = lower(?1) OR lower(SHA256) = lower(?1)
    UNION ALL
    SELECT SHA1, SHA256, MD5, FileName, FileSize, '', '', DeviceId, Timestamp FROM DeviceImageLoadEvents WHERE lower(SHA1) = lower(?1) OR lower(SHA256) = lower(?1)
),
Known AS (SELECT lower(max(SHA1)) AS sha1, lower(max(SHA256)) AS sha256, lower(max(MD5)) AS md5, max(FileName) AS fileName, max(FileSize) AS size, max(company) AS company, max(product) AS product,
                 count(DISTINCT DeviceId) AS devices, min(Timestamp) AS firstSeen, max(Timestamp) AS lastSeen, CAST(md5_number_lower(lower(max(SHA1))) % 1000003 AS BIGINT) AS dice FROM Hit HAVING count(*) > 0)
SELECT sha1, sha256, md5, CASE WHEN company = '' THEN devices ELSE devices * (100 + dice % 90000) END AS globalPrevalence, firstSeen - (dice % 900) * 864000000000 AS globalFirstObserved,
       lastSeen AS globalLastObserved, size, upper(regexp_extract(fileName, '\.([A-Za-z0-9]{1,8})$', 1)) AS fileType, regexp_matches(lower(fileName), '\.(exe|dll|sys|scr|ocx)$') AS isPeFile,
       company AS filePublisher, product AS fileProductName, company AS signer, CASE WHEN company = '' THEN '' ELSE 'Lab Code Signing CA' END AS issuer,
       CASE WHEN company = '' THEN '' ELSE substr(md5(company) || md5('x' || company), 1, 40) END AS signerHash, company <> '' AS isValidCertificate,
       CASE WHEN company <> '' THEN 'Clean' WHEN EXISTS (SELECT 1 FROM AlertEvidence e WHERE lower(e.SHA1) = Known.sha1) THEN 'Malware' ELSE 'Unknown' END AS determinationType,
       CASE WHEN company = '' AND EXISTS (SELECT 1 FROM AlertEvidence e WHERE lower(e.SHA1) = Known.sha1) THEN 'Behavior:Win32/Lab.' || upper(substr(sha1, 1, 4)) ELSE '' END AS determinationValue
FROM Known
