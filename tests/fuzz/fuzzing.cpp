// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/fuzz/fuzzing.h"

#include "app/kql/functions/functiontable.h"
#include "app/kql/lexer.h"
#include "app/kql/services/language.h"

#include <QStringDecoder>

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <random>

extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t *data, std::size_t size, std::size_t most);

namespace watchdesk::fuzz {

QString textFrom(const std::uint8_t *data, std::size_t size)
{
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString text = decoder.decode(QByteArrayView(data, qsizetype(size)));
    if (!decoder.hasError())
        return text;
    QString units;
    for (std::size_t i = 0; i < size; ++i)
        units += QChar(ushort(data[i] < 0x80 ? data[i] : 0xd780 + data[i])); // around the surrogates
    return units;
}

const kql::Schema &schema()
{
    static const kql::Schema tables = [] {
        QList<ColumnSchema> columns;
        for (const char *name :
             {"bool", "int", "long", "real", "decimal", "string", "datetime", "timespan", "guid", "dynamic"})
            columns.append({QString::fromLatin1(name).left(1).toUpper() + QString::fromLatin1(name).mid(1) + u'C',
                            *typeFromName(QString::fromLatin1(name))});
        columns.prepend({QStringLiteral("Timestamp"), ColumnType::DateTime});
        return kql::Schema{{{QStringLiteral("T"), columns},
                            {QStringLiteral("U"),
                             {{QStringLiteral("StringC"), ColumnType::String},
                              {QStringLiteral("n"), ColumnType::Long},
                              {QStringLiteral("d"), ColumnType::Dynamic}}}}};
    }();
    return tables;
}

void fail(const char *what, const QString &about)
{
    std::fprintf(stderr, "%s\n%s\n", what, about.toUtf8().constData());
    std::abort();
}

namespace {

QString anyWord(std::mt19937 &random)
{
    static const QStringList words = [] {
        QStringList all = kql::FunctionTable::instance().names();
        const auto &language = kql::Language::instance();
        for (int i = 0; i < 8; ++i) { // as often as functions, which are ten times as many
            for (const auto &op : language.operators)
                all += QStringLiteral("| ") + op.name;
            for (const auto &comparison : language.comparisons)
                all += comparison.name;
            for (const auto &column : schema().tables[0].columns)
                all += column.name;
            all += language.words;
            all += {QStringLiteral("T"),
                    QStringLiteral("U"),
                    QStringLiteral("1"),
                    QStringLiteral("-1.5"),
                    QStringLiteral("'a'"),
                    QStringLiteral("1h"),
                    QStringLiteral("dynamic([1,'a',{}])"),
                    QStringLiteral("datetime(2024-01-01)"),
                    QStringLiteral("long(null)"),
                    QStringLiteral("("),
                    QStringLiteral(")"),
                    QStringLiteral(","),
                    QStringLiteral("=="),
                    QStringLiteral("*")};
        }
        return all;
    }();
    return words[qsizetype(random() % std::uint64_t(words.size()))];
}

/// Takes a token away, doubles it, swaps it with another or puts a word of the language in its place.
QString changed(const QString &text, std::mt19937 &random)
{
    const auto tokens = kql::lex(text);
    if (tokens.size() < 2)
        return text + anyWord(random);
    const auto pick = [&] { return tokens[qsizetype(random() % std::uint64_t(tokens.size() - 1))].span; };
    const kql::Span one = pick();
    const kql::Span other = pick();
    const QString word = text.mid(one.start, one.end - one.start);
    switch (random() % 5) {
    case 0:
        return text.left(one.start) + text.mid(one.end);
    case 1:
        return text.left(other.start) + word + u' ' + text.mid(other.start);
    case 2:
        return text.left(one.start) + text.mid(other.start, other.end - other.start) + text.mid(one.end);
    case 3:
        return text.left(one.start) + anyWord(random) + u' ' + text.mid(one.start);
    default:
        return text.left(one.start) + anyWord(random) + text.mid(one.end);
    }
}

} // namespace

} // namespace watchdesk::fuzz

/// Half of the changes are to words, as bytes alone seldom make a query.
extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t *data, std::size_t size, std::size_t most, unsigned seed)
{
    std::mt19937 random(seed);
    if (random() % 2 == 0)
        return LLVMFuzzerMutate(data, size, most);
    const QByteArray bytes =
        watchdesk::fuzz::changed(watchdesk::fuzz::textFrom(data, size), random).toUtf8().left(qsizetype(most));
    std::memcpy(data, bytes.constData(), std::size_t(bytes.size()));
    return std::size_t(bytes.size());
}
