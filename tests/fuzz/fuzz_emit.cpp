// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The emitter: whatever compiles is a statement that DuckDB accepts. It is planned, not run.

#include "tests/fuzz/fuzzing.h"

#include "app/kql/compile.h"
#include "app/kql/emit/sqltext.h"
#include "app/store/store.h"

using namespace watchdesk;

namespace {

/// A store with the tables of the schema; KQL's types are SQL's as the store has them.
std::shared_ptr<store::Store> preparedStore()
{
    auto store = store::Store::open(QStringLiteral(":memory:"));
    if (!store)
        fuzz::fail("no store", store.error().message);
    for (const auto &table : fuzz::schema().tables) {
        QStringList columns;
        for (const auto &column : table.columns)
            columns.append(u'"' + column.name + QStringLiteral("\" ") + kql::sqlType(column.type));
        const auto made = (*store)->write(QStringLiteral("CREATE TABLE %1 (%2)").arg(table.name, columns.join(u',')));
        if (!made)
            fuzz::fail("no table", made.error().message);
    }
    return *store;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const auto store = preparedStore();
    const QString text = fuzz::textFrom(data, size);
    const auto compiled = kql::compile(text, fuzz::schema(), {638'500'000'000'000'000});
    if (!compiled && compiled.error().kind == Error::Kind::Internal)
        fuzz::fail(compiled.error().message.toUtf8().constData(), text);
    if (!compiled)
        return 0;
    const auto planned = store->read(QStringLiteral("EXPLAIN ") + compiled->sql);
    if (!planned)
        fuzz::fail(planned.error().message.toUtf8().constData(), text + u'\n' + compiled->sql);
    return 0;
}
