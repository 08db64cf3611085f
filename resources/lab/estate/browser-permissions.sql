-- SPDX-FileCopyrightText: 2026 The Watchdesk authors
-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT * FROM (VALUES
    ('tabs', 'Read the addresses of open pages', 'Sees which pages are open in every window.'),
    ('webRequest', 'Watch what pages load', 'Sees every request that a page makes and can stop it.'),
    ('cookies', 'Read sign-in cookies', 'Reads and changes the cookies of the sites it is allowed on.'),
    ('downloads', 'Manage downloads', 'Starts downloads and sees what was downloaded.'),
    ('nativeMessaging', 'Talk to programs on the device', 'Exchanges messages with an installed program.'),
    ('storage', 'Keep settings', 'Stores data of its own in the browser.')
) AS permissions(key, permissionName, description)
