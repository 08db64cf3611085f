-- SPDX-FileCopyrightText: 2026 The Watchdesk authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- on: content
-- with: id
-- gives: machines
WITH Hit AS (
    SELECT SHA1, SHA256, MD5, FileName, FileSize, ProcessVersionInfoCompanyName AS company, ProcessVersionInfoProductName AS product, DeviceId, Timestamp FROM DeviceProcessEvents WHERE lower(SHA1) = lower(?1) OR lower(SHA256) = lower(?1)
    UNION ALL
    SELECT SHA1, SHA256, MD5, FileName, FileSize, '', '', DeviceId, Timestamp FROM DeviceFileEvents WHERE lower(SHA1) = lower(?1) OR lower(SHA256) = lower(?1)
    UNION ALL
    SELECT SHA1, SHA256, MD5, FileName, FileSize, '', '', DeviceId, Timestamp FROM DeviceImageLoadEvents WHERE lower(SHA1) = lower(?1) OR lower(SHA256) = lower(?1)
)
SELECT DISTINCT DeviceId FROM Hit ORDER BY 1
