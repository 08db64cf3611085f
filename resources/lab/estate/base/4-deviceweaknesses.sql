-- SPDX-FileCopyrightText: 2026 The Watchdesk authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- on: estate
--
-- Every version below the newest has most of its product's weaknesses; the newest has those without an update.
SELECT i.deviceId, w.id AS cveId, i.vendor, i.product, i.version, i.folder,
       greatest(i.firstSeen, w.published) AS firstSeen, i.lastSeen
FROM Inventory i JOIN Weaknesses w ON w.vendor = i.vendor AND w.product = i.product
WHERE CASE WHEN i.version = w.newest THEN w.hasNoUpdate ELSE md5_number_lower(w.id || i.version) % 10 < 7 END
