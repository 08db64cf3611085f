// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/lab/estate/estate.h"

#include "app/base/logging.h"
#include "app/base/tableschema.h"
#include "app/lab/entityloader.h"

#include <QElapsedTimer>

namespace watchdesk::lab {

namespace {

/// "base/1-inventory" makes the table Inventory; the statements' names for tables ignore case.
QString tableName(const QString &file)
{
    const QString name = file.section(u'-', 1);
    return name.left(1).toUpper() + name.mid(1);
}

} // namespace

Estate::Estate(std::shared_ptr<store::Store> content, const Clock &clock)
    : m_content(std::move(content))
    , m_clock(clock)
{
}

QVariantList Estate::valuesOf(const SqlAnswer &answer, const Given &given) const
{
    QVariantList values;
    for (const QString &name : answer.parameters)
        values.append(name == QLatin1String("now") ? QVariant(m_clock.now()) : given.value(name));
    return values;
}

Result<void> Estate::makeTable(store::Store &estate, const QString &file)
{
    const SqlAnswer answer = sqlAnswer(file).value_or(SqlAnswer());
    const auto rows = (answer.isOnContent ? *m_content : estate).read(answer.sql, valuesOf(answer, {}));
    if (!rows)
        return failure(rows.error());
    const TableSchema schema{tableName(file), rows->schema()};
    if (auto made = estate.ensureTable(schema, schema.columns.first().name); !made)
        return made;
    const auto added = estate.append(schema.name, *rows, {});
    return added ? Result<void>() : failure(added.error());
}

Result<void> Estate::prepare()
{
    QElapsedTimer timer;
    timer.start();
    auto estate = store::Store::open(QStringLiteral(":memory:"));
    if (!estate)
        return failure(estate.error());
    for (const QString &file : estateTableFiles()) {
        if (auto made = makeTable(**estate, file); !made)
            return made;
    }
    m_estate = std::move(*estate);
    qCDebug(lcTiming) << "the lab's estate took" << timer.elapsed() << "ms";
    return {};
}

Result<std::shared_ptr<store::Store>> Estate::storeFor(const SqlAnswer &answer)
{
    if (answer.isOnContent)
        return m_content;
    std::call_once(m_once, [this] { m_prepared = prepare(); });
    if (!m_prepared)
        return failure(m_prepared.error());
    return m_estate;
}

std::optional<Result<Table>> Estate::rows(const defender::Resource &resource, const Given &given)
{
    const auto answer = sqlAnswer(resource.name);
    if (!answer || !answer->gives.isEmpty())
        return std::nullopt;
    const auto store = storeFor(*answer);
    if (!store)
        return Result<Table>(failure(store.error()));
    return fittedRows(**store, resource, answer->sql, valuesOf(*answer, given));
}

Result<QStringList> Estate::keys(const SqlAnswer &answer, const Given &given)
{
    const auto store = storeFor(answer);
    if (!store)
        return failure(store.error());
    const auto rows = (*store)->read(answer.sql, valuesOf(answer, given));
    if (!rows)
        return failure(rows.error());
    QStringList keys;
    for (qsizetype row = 0; row < rows->rowCount(); ++row)
        keys.append(rows->column(0).string(row));
    return keys;
}

} // namespace watchdesk::lab
