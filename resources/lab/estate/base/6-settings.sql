-- SPDX-FileCopyrightText: 2026 The Watchdesk authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- on: estate
--
-- What is looked at on devices: number, area, name, weight, and how many of a hundred devices have it right.
SELECT * FROM (VALUES
    (1, 'OS', 'Accounts of the system', 'Set the local administrator password apart on each device', 9, 71, false),
    (2, 'OS', 'Credential protection', 'Run the local security authority protected', 8, 64, true),
    (3, 'OS', 'Encryption', 'Encrypt the system drive', 8, 82, false),
    (4, 'Network', 'File sharing', 'Sign file sharing traffic', 6, 58, false),
    (5, 'Network', 'Name resolution', 'Turn off multicast name resolution', 5, 46, false),
    (6, 'Network', 'Firewall', 'Keep the firewall on in public networks', 7, 93, false),
    (7, 'Application', 'Office', 'Block macros in files from the internet', 9, 77, true),
    (8, 'Application', 'Browser', 'Check downloads for their reputation', 6, 88, false),
    (9, 'Application', 'Scripts', 'Log script blocks of PowerShell', 5, 61, false),
    (10, 'Accounts', 'Passwords', 'Ask for passwords of fourteen characters', 6, 69, true),
    (11, 'Accounts', 'Sign-in', 'Lock accounts after ten failures', 5, 84, false),
    (12, 'Accounts', 'Sign-in', 'Forget cached sign-ins', 4, 37, true),
    (13, 'SecurityControls', 'Antivirus', 'Keep the antivirus intelligence current', 9, 90, false),
    (14, 'SecurityControls', 'Antivirus', 'Protect the sensor from tampering', 9, 79, false),
    (15, 'SecurityControls', 'Attack surface', 'Block credential theft from the security authority', 8, 55, true),
    (16, 'SecurityControls', 'Attack surface', 'Block child processes of office programs', 8, 49, true)
) AS settings(number, category, subcategory, name, weight, percent, isNoticed)
