-- SPDX-FileCopyrightText: 2026 The Watchdesk authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- on: estate
--
-- Each setting on each device that runs Windows, and whether it is right there.
SELECT d.deviceId, s.*, d.osPlatform LIKE 'Windows%' AS isApplicable,
       md5_number_lower(d.deviceId || '/' || s.number) % 100 < s.percent AS isCompliant
FROM Devices d, Settings s
