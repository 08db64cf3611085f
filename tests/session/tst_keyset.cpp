// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/session/keyset.h"

#include <QTest>

#include <string>

using namespace watchdesk::session;

class TestKeySet : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void holdsWhatWasInserted();
};

void TestKeySet::holdsWhatWasInserted()
{
    KeySet keys;
    QVERIFY(!keys.contains(""));
    for (int round = 0; round < 2; ++round) {
        for (int i = 0; i < 50'000; ++i)
            keys.insert("key" + std::to_string(i));
    }
    keys.insert("");
    QCOMPARE(keys.size(), 50'001);
    for (int i = 0; i < 50'000; ++i) {
        QVERIFY(keys.contains("key" + std::to_string(i)));
        QVERIFY(!keys.contains("other" + std::to_string(i)));
    }
}

QTEST_APPLESS_MAIN(TestKeySet)
#include "tst_keyset.moc"
