// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/story/severity.h"

#include <QTest>

using namespace watchdesk::story;

/// The order of severities that correlation, tree and timeline share.
class TestSeverity : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void ranksReadBack()
    {
        for (int rank = 0; rank <= 3; ++rank)
            QCOMPARE(severityRank(severityFromRank(rank)), rank);
        QCOMPARE(severityRank(QStringLiteral("nonsense")), 0);
        QCOMPARE(severityFromRank(-1), QString());
    }
};

QTEST_APPLESS_MAIN(TestSeverity)
#include "tst_severity.moc"
