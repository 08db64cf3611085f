// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/answers.h"

#include "app/base/jsontext.h"
#include "app/ctl/console.h"

#include <QJsonObject>

namespace watchdesk::ctl {

namespace {

struct Answers
{
    Format format = Format::JsonLines;
    QByteArrayList held; ///< all for a table or CSV, the last for an array
    bool begun = false;
};

Answers &answers()
{
    static Answers all;
    return all;
}

/// A column a key, in the order in which they come; what is no text stands as JSON.
Table tableOf(const QByteArrayList &lines)
{
    QList<QJsonObject> objects;
    QStringList names;
    for (const QByteArray &line : lines) {
        objects.append(jsonFromText(line.toStdString()).toObject());
        for (const QString &key : objects.constLast().keys())
            if (!names.contains(key))
                names.append(key);
    }
    QList<ColumnSchema> schema;
    for (const QString &name : std::as_const(names))
        schema.append({name, ColumnType::String});
    Table table(schema);
    for (const QJsonObject &object : std::as_const(objects)) {
        for (qsizetype column = 0; column < names.size(); ++column) {
            const QJsonValue value = object[names.at(column)];
            const QByteArray text = value.isString()                        ? value.toString().toUtf8()
                                    : value.isNull() || value.isUndefined() ? QByteArray()
                                                                            : jsonToText(value);
            table.column(column).appendText(text.toStdString());
        }
    }
    return table;
}

} // namespace

void shapeAnswers(Format format) { answers().format = format; }

void printAnswer(const QByteArray &json)
{
    Answers &all = answers();
    if (all.format == Format::JsonLines)
        return printJson(json);
    if (all.format == Format::Json) {
        if (!all.begun)
            printJson("[");
        for (const QByteArray &earlier : std::as_const(all.held))
            printJson(earlier + ',');
        all.held.clear();
    }
    all.begun = true;
    all.held.append(json);
}

void endAnswers()
{
    Answers &all = answers();
    if (!all.begun)
        return;
    if (all.format == Format::Json) {
        printJson(all.held.constLast());
        printJson("]");
    } else {
        printTable(tableOf(all.held), all.format);
    }
    all = {};
}

} // namespace watchdesk::ctl
