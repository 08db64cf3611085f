// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/base/jsontext.h"
#include "app/ctl/answers.h"
#include "app/ctl/console.h"
#include "app/ctl/output.h"
#include "app/ctl/source.h"
#include "app/ctl/waiting.h"
#include "app/hunt/engine.h"
#include "app/kql/functions/addressplaces.h"
#include "app/kql/services/visualization.h"
#include "app/kql/syntax/literal.h"
#include "app/session/engines.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace watchdesk::ctl {

namespace {

using hunt::HuntResult;

QString tr(const char *text) { return QCoreApplication::translate("watchdesk::ctl", text); }

/// Milliseconds. One query of a batch that never ends must not keep the others from their answers.
constexpr int kBatchTimeout = 120'000;

/// What a hunt needs besides its query.
struct Hunt
{
    std::shared_ptr<session::Session> session;
    std::unique_ptr<hunt::Engine> engine;
    hunt::HuntOptions options;
    int timeout = -1;
    bool isPartial = false;
    bool hasLimit = false;
};

/// One of the tables that the query gives.
Result<HuntResult> runTable(const Hunt &hunt, const QString &query, qsizetype table, const RowSink &rows = {})
{
    hunt::HuntOptions options = hunt.options;
    options.table = table;
    options.rows = rows;
    return waitFor(hunt.engine->run(query, options), hunt.timeout);
}

/// All tables that the query gives, at least one.
Result<QList<HuntResult>> run(const Hunt &hunt, const QString &query)
{
    QList<HuntResult> tables;
    do {
        auto result = runTable(hunt, query, tables.size());
        if (!result)
            return failure(result.error());
        tables.append(std::move(*result));
    } while (tables.size() < tables.first().results.size());
    return tables;
}

QByteArray errorLine(const QJsonValue &id, const QString &kind, const QString &message)
{
    const QJsonObject error{{QStringLiteral("kind"), kind}, {QStringLiteral("message"), message}};
    return "{\"id\":" + jsonToText(id) + ",\"error\":" + jsonToText(error) + '}';
}

QByteArray rowsText(const Table &table)
{
    QByteArray text("[");
    for (qsizetype row = 0; row < table.rowCount(); ++row) {
        text += row > 0 ? ",[" : "[";
        for (qsizetype column = 0; column < table.columnCount(); ++column) {
            text += column > 0 ? "," : "";
            text += jsonToText(jsonFromCell(table, row, column));
        }
        text += ']';
    }
    return text + ']';
}

/// What the query's render asks for: its kind and the properties that it names.
QJsonObject jsonVisualization(const kql::Visualization &asked)
{
    QJsonObject json{{QStringLiteral("kind"), asked.kind}};
    const auto add = [&json](const char *name, const QString &text) {
        if (!text.isEmpty())
            json.insert(QLatin1String(name), text);
    };
    const auto addList = [&json](const char *name, const QStringList &names) {
        if (!names.isEmpty())
            json.insert(QLatin1String(name), QJsonArray::fromStringList(names));
    };
    add("title", asked.title.value_or(QString()));
    add("xtitle", asked.xTitle.value_or(QString()));
    add("ytitle", asked.yTitle.value_or(QString()));
    add("stacking", asked.stacking);
    add("xcolumn", asked.xColumn);
    addList("ycolumns", asked.yColumns);
    addList("series", asked.series);
    addList("anomalycolumns", asked.anomalyColumns);
    add("legend", asked.hasLegend ? QString() : QStringLiteral("hidden"));
    add("xaxis", asked.isXLog ? QStringLiteral("log") : QString());
    add("yaxis", asked.isYLog ? QStringLiteral("log") : QString());
    add("ysplit", asked.split);
    if (asked.accumulates)
        json.insert(QStringLiteral("accumulate"), true);
    if (asked.yMin)
        json.insert(QStringLiteral("ymin"), *asked.yMin);
    if (asked.yMax)
        json.insert(QStringLiteral("ymax"), *asked.yMax);
    return json;
}

/// "columns":…,"rows":…
QByteArray tableText(const HuntResult &result)
{
    QByteArray text =
        "\"columns\":" + jsonToText(jsonColumns(result.table->schema())) + ",\"rows\":" + rowsText(*result.table);
    if (result.completeness != HuntResult::Completeness::Complete)
        text += ",\"incomplete\":" + jsonToText(QJsonValue(result.detail));
    return text;
}

/// ,"more":[{"name","columns","rows"}]
QByteArray moreText(const QList<HuntResult> &tables)
{
    const QStringList names = tables.first().results;
    QByteArray text;
    for (qsizetype i = 1; i < tables.size(); ++i)
        text += (i > 1 ? ",{\"name\":" : "{\"name\":") + jsonToText(QJsonValue(names.value(i))) + ',' +
                tableText(tables[i]) + '}';
    return tables.size() == 1 ? QByteArray() : ",\"more\":[" + text + ']';
}

/// One line of a batch: its answer, and whether it has one.
bool answerOne(const Hunt &hunt, const QByteArray &line)
{
    const QJsonObject input = QJsonDocument::fromJson(line).object();
    const QJsonValue id = input.value(QStringLiteral("id"));
    if (!input.value(QStringLiteral("query")).isString()) {
        printAnswer(errorLine(id.isUndefined() ? QJsonValue(QJsonValue::Null) : id, kindName(Error::Kind::BadRecord),
                              tr("This line is no {\"id\",\"query\"}.")));
        return false;
    }
    QElapsedTimer timer;
    timer.start();
    const QString query = input.value(QStringLiteral("query")).toString();
    const auto tables = run(hunt, query);
    if (!tables) {
        printAnswer(errorLine(id, kindName(tables.error().kind), tables.error().message));
        return false;
    }
    QByteArray answer = "{\"id\":" + jsonToText(id) + ',' + tableText(tables->first()) + moreText(*tables);
    if (const auto asked = kql::visualizationOf(query); !asked.kind.isEmpty())
        answer += ",\"visualization\":" + jsonToText(jsonVisualization(asked));
    printAnswer(answer + ",\"ms\":" + QByteArray::number(timer.elapsed()) + '}');
    return true;
}

int runBatch(const Hunt &hunt, const QString &path)
{
    const auto text = readAll(path);
    if (!text)
        return NothingReadable;
    bool allAnswered = true;
    for (const QByteArray &line : text->split('\n')) {
        if (line.trimmed().isEmpty())
            continue;
        if (Interruption::instance()->happened())
            return Interrupted;
        allAnswered = answerOne(hunt, line) && allAnswered;
    }
    std::fflush(stdout);
    return allAnswered ? (hunt.isPartial ? PartialData : Done) : Findings;
}

/// Prints one table, the rows as they come where the format allows.
Result<HuntResult> printTable(const Hunt &hunt, const QString &query, qsizetype table, Format format)
{
    const auto printer = std::make_shared<RowPrinter>(format);
    RowSink rows;
    if (printer->takesParts())
        rows = [printer](const Table &part) { printer->print(part); };
    auto result = runTable(hunt, query, table, rows);
    if (result)
        printer->print(*result->table);
    return result;
}

/// Says what is to be said of a result; whether it is all that was asked for.
bool isWhole(const Hunt &hunt, const HuntResult &result)
{
    if (!result.detail.isEmpty())
        say(result.detail);
    if (result.slices > 0)
        say(tr("Put together from %1 slices of time.").arg(result.slices));
    // A cut that was asked for is no surprise.
    const bool isCutByUs = result.completeness == HuntResult::Completeness::Truncated && hunt.hasLimit;
    return result.completeness == HuntResult::Completeness::Complete || isCutByUs;
}

/// All tables of the query, one after the other.
int runOne(const Hunt &hunt, const QString &query, Format format)
{
    bool isComplete = true;
    qsizetype count = 1;
    for (qsizetype table = 0; table < count; ++table) {
        const auto result = printTable(hunt, query, table, format);
        if (!result)
            return sayError(result.error());
        count = std::max<qsizetype>(1, result->results.size());
        if (table == 0 && count > 1)
            say(tr("The query gives %1 tables.").arg(count));
        isComplete = isWhole(hunt, *result) && isComplete;
    }
    return isComplete && !hunt.isPartial ? Done : PartialData;
}

QString engineOf(const Arguments &arguments)
{
    return arguments.has(QStringLiteral("engine")) ? arguments.value(QStringLiteral("engine"))
                                                   : QStringLiteral("local");
}

/// The held data is brought up to date where the hunt reads it; the service's own needs no sync.
Result<void> chooseEngine(Hunt &hunt, const Arguments &arguments)
{
    const QString name = engineOf(arguments);
    const bool readsHeld = name == QStringLiteral("local") || name == QStringLiteral("both");
    auto session = readsHeld ? openAndSync(arguments, {}, &hunt.isPartial) : openSource(arguments);
    if (!session)
        return failure(session.error());
    hunt.session = *session;
    auto engine = session::makeEngine(**session, name, arguments.value(QStringLiteral("resume")));
    if (!engine)
        return failure(engine.error());
    hunt.engine = std::move(*engine);
    if (!readsHeld && hunt.options.now == 0)
        hunt.options.now = (*session)->clock().now(); // what ago() means there
    return {};
}

/// The numbers among the options; a status when one of them is wrong.
std::optional<int> readLimits(Hunt &hunt, const Arguments &arguments)
{
    hunt.options.rowLimit = -1;
    hunt.hasLimit = arguments.has(QStringLiteral("limit"));
    if (hunt.hasLimit) {
        const auto limit = arguments.number(QStringLiteral("limit"), 0, 1'000'000'000);
        if (!limit)
            return WrongUsage;
        hunt.options.rowLimit = *limit;
    }
    if (arguments.has(QStringLiteral("timeout"))) {
        const auto timeout = millisecondsFrom(arguments.value(QStringLiteral("timeout")));
        if (!timeout)
            return arguments.wrongUsage(tr("--timeout takes a time like 30s or 5m."));
        hunt.timeout = *timeout;
    }
    if (arguments.has(QStringLiteral("now"))) {
        const auto now = ticksFromIso(arguments.value(QStringLiteral("now")));
        if (!now)
            return arguments.wrongUsage(tr("--now takes a time like 2024-05-01T12:00:00Z."));
        hunt.options.now = *now;
    }
    if (arguments.has(QStringLiteral("last"))) {
        const auto span = kql::ticksFromTimeSpanLiteral(arguments.value(QStringLiteral("last")));
        const bool isGraph = arguments.value(QStringLiteral("engine")) == QStringLiteral("graph");
        if (!span || *span <= 0 || !isGraph)
            return arguments.wrongUsage(tr("--last takes a time like 7d or 12h, and --engine graph."));
        hunt.options.span = *span;
    }
    return {};
}

/// Commas stand between several places.
QStringList placesFrom(const Arguments &arguments)
{
    QStringList places;
    for (const QString &place : arguments.value(QStringLiteral("allow-external")).split(u','))
        places.append(place.trimmed());
    places.removeAll(QString());
    return places;
}

/// Exactly one of a query, a file and a batch.
std::optional<int> checkInputs(const Arguments &arguments)
{
    const qsizetype inputs = arguments.positional().size() + qsizetype(arguments.has(QStringLiteral("f"))) +
                             qsizetype(arguments.has(QStringLiteral("batch")));
    if (inputs == 1)
        return {};
    return arguments.wrongUsage(tr("Give one query, or -f FILE, or --batch FILE."));
}

int hunt(const Command &command, const QStringList &given)
{
    Arguments arguments(command);
    arguments.addSource();
    arguments.addFormat();
    arguments.add(QStringLiteral("f"), tr("Reads the query from a file."), QStringLiteral("FILE"));
    arguments.add(QStringLiteral("batch"), tr("Reads {\"id\",\"query\"} a line and answers a line for each."),
                  QStringLiteral("FILE"));
    arguments.add(QStringLiteral("limit"), tr("At most so many rows."), QStringLiteral("N"));
    arguments.add(QStringLiteral("timeout"),
                  tr("Gives up after this time; on held data a query of a batch is given two minutes unless told."),
                  QStringLiteral("TIME"));
    arguments.add(QStringLiteral("engine"),
                  tr("local (the held data), graph or defender (the service), both (held data and service), kusto."),
                  QStringLiteral("NAME"));
    arguments.add(QStringLiteral("resume"),
                  tr("Keeps the slices of a long hunt at the service in this folder, and goes on from there."),
                  QStringLiteral("FOLDER"));
    arguments.add(QStringLiteral("last"), tr("At Graph: looks at the last so long only, whatever the query says."),
                  QStringLiteral("TIME"));
    arguments.add(QStringLiteral("now"), tr("What now() means."), QStringLiteral("TIME"));
    arguments.add(QStringLiteral("allow-external"),
                  tr("Lets externaldata read from these hosts, files or folders (with commas between them)."),
                  QStringLiteral("HOST|FOLDER"));
    arguments.add(QStringLiteral("geo-database"),
                  tr("A file in MaxMind's format, from which geo_info_from_ip_address() knows where addresses are."),
                  QStringLiteral("FILE"));
    if (const auto status = arguments.parse(given))
        return *status;
    Hunt hunt;
    const auto format = formatOf(arguments);
    if (!format)
        return WrongUsage;
    if (const auto status = checkInputs(arguments))
        return *status;
    if (const auto status = readLimits(hunt, arguments))
        return *status;
    hunt.options.external = placesFrom(arguments);
    if (arguments.has(QStringLiteral("geo-database"))) {
        const auto opened = kql::AddressPlaces::instance().open(arguments.value(QStringLiteral("geo-database")));
        if (!opened)
            return sayError(opened.error());
    }
    std::optional<QByteArray> query = arguments.positional().value(0).toUtf8();
    if (arguments.has(QStringLiteral("f")) && !(query = readAll(arguments.value(QStringLiteral("f")))))
        return NothingReadable;
    if (auto chosen = chooseEngine(hunt, arguments); !chosen)
        return sayError(chosen.error());
    if (arguments.has(QStringLiteral("batch")) && hunt.timeout < 0 && engineOf(arguments) == u"local")
        hunt.timeout = kBatchTimeout;
    if (arguments.has(QStringLiteral("batch")))
        return runBatch(hunt, arguments.value(QStringLiteral("batch")));
    return runOne(hunt, QString::fromUtf8(*query), *format);
}

} // namespace

QList<Command> huntCommands()
{
    return {
        {QStringLiteral("hunt"),
         {},
         QStringLiteral(
             "hunt [source] QUERY | -f FILE | --batch FILE.jsonl [--limit N] [--timeout TIME] [--engine local|graph|defender|both|kusto] [--resume FOLDER] [--now TIME] [--allow-external HOST|FOLDER] [--geo-database FILE]"),
         tr("Runs a KQL query and prints its rows."),
         hunt}};
}

} // namespace watchdesk::ctl
