-- SPDX-FileCopyrightText: 2026 The Watchdesk authors
-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT DISTINCT ON (id) v.deviceId || '_' || v.vendor || '_' || v.product || '_' || v.version || '_' || v.cveId AS id, d.deviceId, d.deviceName, d.osPlatform, d.osVersion, d.rbacGroupName, d.rbacGroupId, d.osArchitecture, v.vendor AS softwareVendor, v.product AS softwareName,
       v.version AS softwareVersion, v.cveId, w.score AS cvssScore, w.severity AS vulnerabilitySeverityLevel,
       CASE WHEN w.isInKit THEN 'ExploitIsInKit' WHEN w.isVerified THEN 'ExploitIsVerified' WHEN w.isPublic THEN 'ExploitIsPublic' ELSE 'NoExploit' END AS exploitabilityLevel,
       'va-_-' || v.vendor || '-_-' || v.product AS recommendationReference, CASE WHEN w.kb = '' THEN '' ELSE 'Security update ' || w.newest END AS recommendedSecurityUpdate,
       w.kb AS recommendedSecurityUpdateId, CASE WHEN w.kb = '' THEN '' ELSE 'https://updates.lab.example/kb/' || w.kb END AS recommendedSecurityUpdateUrl,
       NOT w.hasNoUpdate AS securityUpdateAvailable, CASE WHEN v.folder = '' THEN '[]' ELSE to_json([v.folder])::VARCHAR END AS diskPaths, '[]' AS registryPaths,
       strftime(make_timestamp((v.firstSeen - 621355968000000000) // 10), '%Y-%m-%d %H:%M:%S') AS firstSeenTimestamp, strftime(make_timestamp((v.lastSeen - 621355968000000000) // 10), '%Y-%m-%d %H:%M:%S') AS lastSeenTimestamp
FROM DeviceWeaknesses v JOIN Weaknesses w ON w.id = v.cveId AND w.product = v.product JOIN Devices d ON d.deviceId = v.deviceId
ORDER BY id
