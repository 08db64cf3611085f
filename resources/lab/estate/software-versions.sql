-- SPDX-FileCopyrightText: 2026 The Watchdesk authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- with: id
SELECT i.version, count(DISTINCT i.deviceId) AS installations,
       (SELECT count(DISTINCT v.cveId) FROM DeviceWeaknesses v WHERE v.vendor = i.vendor AND v.product = i.product AND v.version = i.version) AS vulnerabilities
FROM Inventory i
WHERE i.vendor || '-_-' || i.product = ?1
GROUP BY i.vendor, i.product, i.version
ORDER BY i.version
