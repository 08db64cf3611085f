-- SPDX-FileCopyrightText: 2026 The Watchdesk authors
-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT DISTINCT v.deviceId || '-_-' || v.cveId || '-_-' || v.vendor || '-_-' || v.product || '-_-' || v.version || '-_-' AS id, v.cveId,
       v.deviceId AS machineId, w.kb AS fixingKbId, v.product AS productName, v.vendor AS productVendor, v.version AS productVersion, w.severity
FROM DeviceWeaknesses v JOIN Weaknesses w ON w.id = v.cveId AND w.product = v.product
ORDER BY 1
