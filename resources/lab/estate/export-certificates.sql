-- SPDX-FileCopyrightText: 2026 The Watchdesk authors
-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT d.deviceId, d.deviceName, d.osPlatform, d.osVersion, d.rbacGroupName, d.rbacGroupId, upper(substr(md5(d.deviceId || n) || md5(n || d.deviceId), 1, 40)) AS thumbprint,
       'LocalMachine\' || CASE n WHEN 0 THEN 'My' WHEN 1 THEN 'Root' ELSE 'CA' END || '\' || upper(substr(md5(d.deviceId || n) || md5(n || d.deviceId), 1, 40)) AS path,
       'sha256RSA' AS signatureAlgorithm, CAST(CASE WHEN n = 1 THEN 4096 ELSE 2048 END AS BIGINT) AS keyLength, d.firstSeen + (365 * (1 + n * 4)) * 864000000000 AS notAfter, d.firstSeen - 3 * 864000000000 AS notBefore,
       CASE WHEN n = 0 THEN 'EndEntity' ELSE 'CA' END AS subjectType, upper(substr(md5('serial' || d.deviceId || n), 1, 32)) AS serialNumber,
       json_object('CommonName', CASE n WHEN 0 THEN d.deviceName WHEN 1 THEN 'Lab Root CA' ELSE 'Lab Issuing CA' END)::VARCHAR AS subjectObject,
       json_object('CommonName', CASE WHEN n = 0 THEN 'Lab Issuing CA' ELSE 'Lab Root CA' END)::VARCHAR AS issuerObject,
       CASE WHEN n = 0 THEN '["DigitalSignature","KeyEncipherment"]' ELSE '["KeyCertSign","CrlSign"]' END AS keyUsageArray,
       CASE WHEN n = 0 THEN '["ServerAuthentication"]' ELSE '[]' END AS extendedKeyUsageArray, n = 1 AS isSelfSigned
FROM Devices d, range(3) AS kinds(n)
ORDER BY d.deviceId, n
