// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/kql/compile.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace watchdesk;
using namespace watchdesk::kql;

namespace {

const auto kShared = QStringLiteral(WATCHDESK_SOURCE_DIR "/../shared");

QList<ColumnSchema> columnsOf(const QJsonArray &json)
{
    QList<ColumnSchema> columns;
    for (const QJsonValue &value : json)
        columns.append(
            {value[u"name"].toString(), typeFromName(value[u"type"].toString()).value_or(ColumnType::Dynamic)});
    return columns;
}

} // namespace

/// Real hunting queries: our verdict and columns against those that the official service gave.
class TestCorpus : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void verdicts()
    {
        QFile schemaFile(kShared + QStringLiteral("/reference/hunting-schema.json"));
        QFile corpus(kShared + QStringLiteral("/kql/corpus/dev.jsonl"));
        if (!schemaFile.open(QIODevice::ReadOnly) || !corpus.open(QIODevice::ReadOnly))
            QSKIP("the collection of public hunting queries is not beside the source tree");
        const auto schema = schemaFromJson(schemaFile.readAll());
        QVERIFY(schema.has_value());
        int all = 0, same = 0, valid = 0, compiled = 0, wrongColumns = 0;
        while (!corpus.atEnd()) {
            const QJsonObject entry = QJsonDocument::fromJson(corpus.readLine()).object();
            const QString query = entry[u"query"].toString();
            const Analysis analysis = analyze(query, *schema);
            const bool expected = entry[u"oracle_ok"].toBool();
            ++all;
            same += analysis.ok == expected;
            if (!expected)
                continue;
            ++valid;
            const auto sql = compile(query, *schema, {});
            compiled += sql.has_value();
            wrongColumns += sql && sql->columns != columnsOf(entry[u"oracle_columns"].toArray());
        }
        qInfo("%d queries, %d verdicts equal; of %d valid ones %d compile, %d of them with other columns", all, same,
              valid, compiled, wrongColumns);
        QVERIFY(same * 1000 >= all * 980);
        QVERIFY(compiled * 100 >= valid * 80);
        QVERIFY(wrongColumns <= 1);
    }
};

QTEST_GUILESS_MAIN(TestCorpus)
#include "tst_corpus.moc"
