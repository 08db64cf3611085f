// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/store/store.h"

#include <QTest>

class StoreTest : public QObject
{
    Q_OBJECT
};

QTEST_GUILESS_MAIN(StoreTest)
#include "tst_store.moc"
