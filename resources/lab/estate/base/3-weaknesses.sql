-- SPDX-FileCopyrightText: 2026 The Watchdesk authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- on: estate
--
-- Weaknesses that the lab makes up for its products, always the same for the same product: none has a number that was
-- ever given away. Those of the newest version have no update yet.
WITH Numbered AS (
    SELECT p.*, n, CAST(md5_number_lower(id || '/' || n) % 1000000007 AS BIGINT) AS dice
    FROM Products p, range(CAST(2 + md5_number_lower(id) % 9 AS BIGINT)) AS numbers(n)
),
Rated AS (
    SELECT *, CAST(round(3.1 + (dice // 7) % 66 / 10.0, 1) AS DOUBLE) AS score,
           (SELECT max(lastSeen) FROM Devices) - (20 + (dice // 11) % 700) * 864000000000 AS published
    FROM Numbered
)
SELECT 'CVE-' || CAST(1 + floor(published / 3.1556952e14) AS BIGINT) || '-' || (900000 + dice % 99999) AS id, vendor, product,
       title, newest, n AS number, score,
       CASE WHEN score >= 9 THEN 'Critical' WHEN score >= 7 THEN 'High' WHEN score >= 4 THEN 'Medium' ELSE 'Low' END AS severity,
       published, published + (dice // 13) % 15 * 864000000000 AS updated,
       (dice // 17) % 5 = 0 AS isPublic, (dice // 17) % 10 = 0 AS isVerified, (dice // 17) % 20 = 0 AS isInKit,
       CAST(round(CASE WHEN (dice // 17) % 5 = 0 THEN 0.2 + (dice // 19) % 70 / 100.0 ELSE (dice // 19) % 90 / 1000.0 END, 3) AS DOUBLE) AS likelihood,
       (dice // 23) % 4 AS effect, n = 0 AND dice % 3 = 0 AS hasNoUpdate,
       CASE WHEN vendor = 'microsoft' THEN CAST(5000000 + CAST(md5_number_lower(Rated.id) % 99999 AS BIGINT) AS VARCHAR) ELSE '' END AS kb
FROM Rated
