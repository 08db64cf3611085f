// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/lab/scenario/generator.h"

#include <QCryptographicHash>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace watchdesk;
using namespace watchdesk::lab;

namespace {

/// Keeps or only counts what is made.
class Collector : public RowSink
{
public:
    explicit Collector(bool keeps)
        : m_keeps(keeps)
    {
    }

    Result<void> append(const QString &table, const Table &rows) override
    {
        counts[table] += rows.rowCount();
        checkOrder(table, rows);
        if (!m_keeps)
            return {};
        if (!tables.contains(table))
            tables.insert(table, Table(rows.schema()));
        tables[table].append(rows);
        return {};
    }

    QByteArray hash() const
    {
        QCryptographicHash hash(QCryptographicHash::Sha256);
        for (auto it = tables.begin(); it != tables.end(); ++it) {
            for (qsizetype row = 0; row < it->rowCount(); ++row) {
                for (qsizetype column = 0; column < it->columnCount(); ++column)
                    hash.addData(QByteArray(it->display(row, column).toUtf8() + '\n'));
            }
        }
        return hash.result().toHex();
    }

    QMap<QString, Table> tables;
    QMap<QString, qint64> counts;
    qint64 outOfOrder = 0;

private:
    void checkOrder(const QString &table, const Table &rows)
    {
        const int time = rows.indexOf(QStringLiteral("Timestamp"));
        for (qsizetype row = 0; time >= 0 && row < rows.rowCount(); ++row) {
            outOfOrder += rows.column(time).integer(row) < m_last[table] ? 1 : 0;
            m_last[table] = rows.column(time).integer(row);
        }
    }

    bool m_keeps;
    QMap<QString, Ticks> m_last;
};

Result<kql::Schema> huntingSchema()
{
    QFile file(QStringLiteral(WATCHDESK_SOURCE_DIR "/resources/schema/hunting.json"));
    if (!file.open(QIODevice::ReadOnly))
        return failure(Error::Kind::NotFound, file.errorString());
    return kql::schemaFromJson(file.readAll());
}

Plan planOf(int devices, int days, quint64 seed)
{
    Plan plan;
    plan.devices = devices;
    plan.days = days;
    plan.seed = seed;
    plan.end = builtInEnd();
    return plan;
}

using FiveTuple = QString;

FiveTuple tuple(const QString &a, qint64 aPort, const QString &b, qint64 bPort)
{
    return a + QLatin1Char(':') + QString::number(aPort) + QLatin1Char('>') + b + QLatin1Char(':') +
           QString::number(bPort);
}

} // namespace

/// What the generator promises: the same seed gives the same rows, every row fits its neighbours, the sensors saw what
/// the devices reported, and a hundred thousand devices do not need a hundred times the memory.
class TestGenerator : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void sameSeedSameContent();
    void timesAreInOrderAndInside();
    void processesExist();
    void sensorsSawWhatDevicesReported();
    void theStoryIsThere();
    void manyDevices();

private:
    QSet<FiveTuple> deviceFlows() const;

    kql::Schema m_schema;
    QTemporaryDir m_folder;
    Collector m_rows{true};
    Generated m_made;
    Plan m_plan = planOf(240, 3, 1);
};

void TestGenerator::initTestCase()
{
    const Result<kql::Schema> schema = huntingSchema();
    QVERIFY2(schema.has_value(), schema ? "" : qPrintable(schema.error().message));
    m_schema = *schema;
    QElapsedTimer timer;
    timer.start();
    const Result<Generated> made = generateEvents(m_plan, m_schema, m_rows, m_folder.path());
    QVERIFY2(made.has_value(), made ? "" : qPrintable(made.error().message));
    m_made = *made;
    qInfo() << "events" << m_made.events << "in" << timer.elapsed() << "ms" << m_rows.counts;
}

void TestGenerator::sameSeedSameContent()
{
    std::array<QByteArray, 3> hashes;
    for (size_t run = 0; run < hashes.size(); ++run) {
        QTemporaryDir folder;
        Collector rows(true);
        const Result<Generated> made = generateEvents(planOf(12, 1, run < 2 ? 5 : 6), m_schema, rows, folder.path());
        QVERIFY(made.has_value());
        hashes[run] = rows.hash();
        for (const QString &name : made->sensorFiles) {
            QFile file(name);
            QVERIFY(file.open(QIODevice::ReadOnly));
            hashes[run] += QCryptographicHash::hash(file.readAll(), QCryptographicHash::Sha1).toHex();
        }
    }
    QCOMPARE(hashes[0], hashes[1]);
    QVERIFY(hashes[0] != hashes[2]);
}

void TestGenerator::timesAreInOrderAndInside()
{
    QCOMPARE(m_rows.outOfOrder, 0);
    for (auto it = m_rows.tables.begin(); it != m_rows.tables.end(); ++it) {
        const Column &time = it->column(QStringLiteral("Timestamp"));
        QVERIFY2(time.integer(0) >= m_plan.start(), qPrintable(it.key()));
        QVERIFY2(time.integer(time.size() - 1) <= m_plan.end, qPrintable(it.key()));
    }
}

void TestGenerator::processesExist()
{
    const Table &processes = m_rows.tables[QStringLiteral("DeviceProcessEvents")];
    QSet<QString> known;
    const auto key = [](const Table &table, qsizetype row, const QString &id, const QString &created) -> QString {
        return table.column(QStringLiteral("DeviceId")).string(row) + QString::number(table.column(id).integer(row)) +
               QLatin1Char('@') + QString::number(table.column(created).integer(row));
    };
    for (qsizetype row = 0; row < processes.rowCount(); ++row)
        known.insert(key(processes, row, QStringLiteral("ProcessId"), QStringLiteral("ProcessCreationTime")));
    qint64 unknown = 0, all = 0;
    for (auto it = m_rows.tables.begin(); it != m_rows.tables.end(); ++it) {
        if (!it.key().endsWith(QStringLiteral("Events")))
            continue;
        const Column &created = it->column(QStringLiteral("InitiatingProcessCreationTime"));
        for (qsizetype row = 0; row < it->rowCount(); ++row) {
            const bool isOlder = created.integer(row) < m_plan.start() ||
                                 it->column(QStringLiteral("InitiatingProcessId")).integer(row) == 4;
            ++all;
            unknown += !isOlder && !known.contains(key(*it, row, QStringLiteral("InitiatingProcessId"),
                                                       QStringLiteral("InitiatingProcessCreationTime")));
            QVERIFY2(created.integer(row) <= it->column(QStringLiteral("Timestamp")).integer(row),
                     qPrintable(it.key()));
        }
    }
    QVERIFY(all > 100'000);
    QCOMPARE(unknown, 0);
}

QSet<FiveTuple> TestGenerator::deviceFlows() const
{
    QSet<FiveTuple> flows;
    const Table &network = m_rows.tables[QStringLiteral("DeviceNetworkEvents")];
    const Column &localIp = network.column(QStringLiteral("LocalIP"));
    const Column &remoteIp = network.column(QStringLiteral("RemoteIP"));
    const Column &localPort = network.column(QStringLiteral("LocalPort"));
    const Column &remotePort = network.column(QStringLiteral("RemotePort"));
    const Column &action = network.column(QStringLiteral("ActionType"));
    for (qsizetype row = 0; row < network.rowCount(); ++row) {
        const FiveTuple out =
            tuple(localIp.string(row), localPort.integer(row), remoteIp.string(row), remotePort.integer(row));
        const FiveTuple in =
            tuple(remoteIp.string(row), remotePort.integer(row), localIp.string(row), localPort.integer(row));
        flows.insert(action.string(row) == QStringLiteral("InboundConnectionAccepted") ? in : out);
    }
    return flows;
}

void TestGenerator::sensorsSawWhatDevicesReported()
{
    const QSet<FiveTuple> flows = deviceFlows();
    QFile eve(m_made.sensorFiles.first());
    QVERIFY(eve.open(QIODevice::ReadOnly));
    QMap<QString, int> types;
    int alerts = 0, matchedAlerts = 0, strangers = 0, others = 0;
    while (!eve.atEnd()) {
        const QJsonObject record = QJsonDocument::fromJson(eve.readLine()).object();
        const QString type = record.value(QStringLiteral("event_type")).toString();
        ++types[type];
        const bool isKnown = flows.contains(tuple(
            record.value(QStringLiteral("src_ip")).toString(), record.value(QStringLiteral("src_port")).toInt(),
            record.value(QStringLiteral("dest_ip")).toString(), record.value(QStringLiteral("dest_port")).toInt()));
        const int sid = record.value(QStringLiteral("alert")).toObject().value(QStringLiteral("signature_id")).toInt();
        alerts += type == QStringLiteral("alert");
        matchedAlerts += type == QStringLiteral("alert") && isKnown;
        strangers += type == QStringLiteral("alert") && sid / 100 == 19002 && isKnown; // promised to match nothing
        others += type == QStringLiteral("alert") && sid / 100 != 19002 && !isKnown;   // promised to match
    }
    qInfo() << types << "alerts" << alerts << "matched" << matchedAlerts;
    QCOMPARE(strangers, 0);
    QCOMPARE(others, 0);
    QVERIFY(matchedAlerts >= 20);
    QVERIFY(alerts > matchedAlerts + 20);
    for (const char *type : {"flow", "dns", "http", "tls"})
        QVERIFY2(types.value(QLatin1String(type)) > 50, type);

    QFile conn(m_made.sensorFiles.at(1));
    QVERIFY(conn.open(QIODevice::ReadOnly));
    int lines = 0, unknown = 0;
    while (!conn.atEnd()) {
        const QList<QByteArray> cells = conn.readLine().split('\t');
        if (cells.size() < 20 || cells.first().startsWith('#'))
            continue;
        ++lines;
        unknown += !flows.contains(
            tuple(QString::fromLatin1(cells[2]), cells[3].toInt(), QString::fromLatin1(cells[4]), cells[5].toInt()));
    }
    QVERIFY(lines > 1'000);
    QVERIFY2(unknown > 0 && unknown < 80, qPrintable(QString::number(unknown))); // the noise that is nobody's
}

void TestGenerator::theStoryIsThere()
{
    const Table &processes = m_rows.tables[QStringLiteral("DeviceProcessEvents")];
    QStringList story;
    Ticks first = 0, last = 0;
    for (qsizetype row = 0; row < processes.rowCount(); ++row) {
        const QString name = processes.column(QStringLiteral("FileName")).string(row);
        const QString parent = processes.column(QStringLiteral("InitiatingProcessFileName")).string(row);
        if (!name.contains(QChar(0x202e)) && !parent.startsWith(QStringLiteral("qcs")) &&
            !parent.contains(QChar(0x202e)))
            continue;
        story << processes.column(QStringLiteral("ProcessCommandLine")).string(row);
        first = first ? first : processes.column(QStringLiteral("Timestamp")).integer(row);
        last = processes.column(QStringLiteral("Timestamp")).integer(row);
    }
    QVERIFY2(story.size() >= 8, qPrintable(story.join(QLatin1Char('\n'))));
    QVERIFY(last - first > 70 * kTicksPerMinute && last - first < 95 * kTicksPerMinute);
    QVERIFY(m_plan.end - last >= 12 * kTicksPerMinute);
}

void TestGenerator::manyDevices()
{
    QTemporaryDir folder;
    Collector rows(false);
    QElapsedTimer timer;
    timer.start();
    const Result<Generated> made = generateEvents(planOf(20'000, 3, 1), m_schema, rows, folder.path());
    QVERIFY(made.has_value());
    qInfo() << "events" << made->events << "in" << timer.elapsed() << "ms";
    QVERIFY2(made->events > 800'000 && made->events < 1'250'000, qPrintable(QString::number(made->events)));
    QCOMPARE(rows.outOfOrder, 0);
}

QTEST_GUILESS_MAIN(TestGenerator)
#include "tst_generator.moc"
