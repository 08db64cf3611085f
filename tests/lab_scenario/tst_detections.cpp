// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/kql/compile.h"
#include "app/lab/detections/detection.h"

#include <QFile>
#include <QTest>

using namespace watchdesk;
using namespace watchdesk::lab;

/// The detections themselves: complete headers, queries that our own engine accepts and that answer events.
class TestDetections : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void compiles_data();
    void compiles();
    void headersAreComplete();
    void namesWhatIsMissing();

private:
    kql::Schema m_schema;
    QList<Detection> m_detections;
};

void TestDetections::initTestCase()
{
    QFile file(QStringLiteral(WATCHDESK_SOURCE_DIR "/resources/schema/hunting.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const Result<kql::Schema> schema = kql::schemaFromJson(file.readAll());
    QVERIFY(schema.has_value());
    m_schema = *schema;
    const Result<QList<Detection>> detections = labDetections();
    QVERIFY2(detections.has_value(), detections ? "" : qPrintable(detections.error().message));
    m_detections = *detections;
    QVERIFY(m_detections.size() >= 14);
}

void TestDetections::compiles_data()
{
    QTest::addColumn<int>("index");
    for (int index = 0; index < m_detections.size(); ++index)
        QTest::newRow(qPrintable(m_detections.at(index).id)) << index;
}

void TestDetections::compiles()
{
    QFETCH(int, index);
    const Detection &detection = m_detections.at(index);
    const Result<kql::Compiled> compiled = kql::compile(detection.query, m_schema, {kUnixEpochTicks});
    QVERIFY2(compiled.has_value(), compiled ? ""
                                            : qPrintable(compiled.error().message + QLatin1Char(' ') +
                                                         compiled.error().context.value(QStringLiteral("start"))));
    QStringList columns;
    for (const ColumnSchema &column : compiled->columns)
        columns << column.name;
    for (const char *needed : {"Timestamp", "DeviceId", "DeviceName", "ReportId"})
        QVERIFY2(columns.contains(QLatin1String(needed)), needed);
}

void TestDetections::headersAreComplete()
{
    static const QStringList kSeverities{QStringLiteral("Informational"), QStringLiteral("Low"),
                                         QStringLiteral("Medium"), QStringLiteral("High")};
    QSet<QString> ids;
    for (const Detection &detection : std::as_const(m_detections)) {
        QVERIFY2(kSeverities.contains(detection.severity), qPrintable(detection.id));
        QVERIFY2(m_schema.find(detection.table), qPrintable(detection.id + detection.table));
        QVERIFY2(!detection.techniques.isEmpty() && !detection.description.isEmpty(), qPrintable(detection.id));
        for (const QString &technique : detection.techniques)
            QVERIFY2(QRegularExpression(QStringLiteral("^T[0-9]{4}(\\.[0-9]{3})?$")).match(technique).hasMatch(),
                     qPrintable(detection.id));
        ids.insert(detection.id);
    }
    QCOMPARE(ids.size(), m_detections.size());
}

void TestDetections::namesWhatIsMissing()
{
    const Result<Detection> detection = detectionFromText(QStringLiteral("// id: a\n// title: b\nDeviceEvents"));
    QVERIFY(!detection.has_value());
    QVERIFY(detection.error().message.contains(QStringLiteral("severity")));
}

QTEST_GUILESS_MAIN(TestDetections)
#include "tst_detections.moc"
