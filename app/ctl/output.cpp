// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/output.h"

#include "app/base/jsontext.h"
#include "app/base/safetext.h"
#include "app/ctl/console.h"

#include <QCoreApplication>
#include <QJsonObject>

#include <algorithm>
#include <cstdio>
#include <utility>

namespace watchdesk::ctl {

namespace {

constexpr int kWidestColumn = 60;

void printAsTable(const Table &table)
{
    QList<QStringList> lines(table.rowCount() + 1);
    QList<int> widths;
    for (qsizetype column = 0; column < table.columnCount(); ++column) {
        lines[0].append(visibleText(table.schema()[column].name, kWidestColumn));
        for (qsizetype row = 0; row < table.rowCount(); ++row)
            lines[row + 1].append(visibleText(table.display(row, column), kWidestColumn));
        int widest = 0;
        for (const auto &line : std::as_const(lines))
            widest = std::max(widest, int(line[column].size()));
        widths.append(widest);
    }
    for (const auto &line : std::as_const(lines)) {
        QString text;
        for (qsizetype column = 0; column < line.size(); ++column)
            text += line[column].leftJustified(widths[column] + 2);
        print(text.trimmed());
    }
}

/// Spreadsheets run cells that begin with these as formulas. Numbers of ours are none.
bool looksLikeFormula(const QString &text, ColumnType type)
{
    static const QString starts = QStringLiteral("=+-@\t\r");
    return isText(type) && type != ColumnType::Decimal && !text.isEmpty() && starts.contains(text[0]);
}

QString csvCell(const QString &raw, ColumnType type)
{
    const QString text = outputIsTerminal() ? visibleText(raw) : raw;
    QString cell = looksLikeFormula(text, type) ? u'\'' + text : text;
    const bool needsQuotes = cell.contains(u',') || cell.contains(u'"') || cell.contains(u'\n') ||
                             cell.contains(u'\r') || cell.startsWith(u' ') || cell.endsWith(u' ');
    if (!needsQuotes)
        return cell;
    cell.replace(u'"', QStringLiteral("\"\""));
    return u'"' + cell + u'"';
}

void printCsvHeader(const QList<ColumnSchema> &columns)
{
    QStringList header;
    for (const auto &column : columns)
        header.append(csvCell(column.name, ColumnType::String));
    print(header.join(u','));
}

void printCsvRows(const Table &table)
{
    for (qsizetype row = 0; row < table.rowCount(); ++row) {
        QStringList cells;
        for (qsizetype column = 0; column < table.columnCount(); ++column)
            cells.append(csvCell(table.display(row, column), table.schema()[column].type));
        print(cells.join(u','));
    }
}

void printAsJson(const Table &table)
{
    printJson("[");
    for (qsizetype row = 0; row < table.rowCount(); ++row)
        printJson(jsonRow(table, row) + (row + 1 < table.rowCount() ? "," : ""));
    printJson("]");
}

} // namespace

std::optional<Format> formatOf(const Arguments &arguments)
{
    if (!arguments.has(QStringLiteral("format")))
        return outputIsTerminal() ? Format::Table : Format::JsonLines;
    const QStringList names{QStringLiteral("table"), QStringLiteral("json"), QStringLiteral("jsonl"),
                            QStringLiteral("csv")};
    const qsizetype index = names.indexOf(arguments.value(QStringLiteral("format")));
    if (index >= 0)
        return Format(index);
    arguments.wrongUsage(QCoreApplication::translate("watchdesk::ctl", "--format takes one of %1.")
                             .arg(names.join(QStringLiteral(", "))));
    return {};
}

void printTable(const Table &table, Format format)
{
    switch (format) {
    case Format::Table:
        printAsTable(table);
        break;
    case Format::Json:
        printAsJson(table);
        break;
    case Format::Csv:
        printCsvHeader(table.schema());
        printCsvRows(table);
        break;
    case Format::JsonLines:
        for (qsizetype row = 0; row < table.rowCount(); ++row)
            printJson(jsonRow(table, row));
        break;
    }
}

void RowPrinter::print(const Table &rows)
{
    if (std::exchange(m_hasHeader, true) && m_format == Format::Csv)
        printCsvRows(rows);
    else
        printTable(rows, m_format);
    std::fflush(stdout); // whoever reads has them now
}

QByteArray jsonRow(const Table &table, qsizetype row)
{
    QByteArray object("{");
    for (qsizetype column = 0; column < table.columnCount(); ++column) {
        object += column > 0 ? "," : "";
        object +=
            jsonToText(QJsonValue(table.schema()[column].name)) + ':' + jsonToText(jsonFromCell(table, row, column));
    }
    return object + '}';
}

QJsonArray jsonColumns(const QList<ColumnSchema> &columns)
{
    QJsonArray array;
    for (const auto &column : columns) {
        array.append(
            QJsonObject{{QStringLiteral("name"), column.name}, {QStringLiteral("type"), typeName(column.type)}});
    }
    return array;
}

} // namespace watchdesk::ctl
