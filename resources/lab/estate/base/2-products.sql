-- SPDX-FileCopyrightText: 2026 The Watchdesk authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- on: estate
--
-- The products, with the newest version that any device has: the one that is taken for the current one.
SELECT vendor, product, max(title) AS title, max(category) AS category,
       vendor || '-_-' || product AS id,
       arg_max(version, list_transform(string_split(version, '.'), part -> coalesce(try_cast(part AS BIGINT), 0))) AS newest,
       count(DISTINCT deviceId) AS installed
FROM Inventory
GROUP BY ALL
HAVING vendor <> ''
