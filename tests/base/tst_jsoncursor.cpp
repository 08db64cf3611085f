// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/base/compactjson.h"
#include "app/base/jsoncursor.h"
#include "app/base/jsontext.h"
#include "app/base/recordtexts.h"

#include <QJsonDocument>
#include <QTest>

using namespace watchdesk;

namespace {

std::string_view viewOf(const QByteArray &text) { return {text.constData(), size_t(text.size())}; }

/// Walked through to the end as one value.
bool walks(const QByteArray &text)
{
    JsonCursor cursor(viewOf(text));
    cursor.value();
    return cursor.atEnd();
}

} // namespace

class TestJsonCursor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void walksThrough_data();
    void walksThrough();
    void stopsAt_data();
    void stopsAt();
    void readsTextsOfAnyLength();
    void neverTakesMoreThanADocument();
    void compactsAsADocument_data();
    void compactsAsADocument();
    void leavesToADocument_data();
    void leavesToADocument();
    void findsRecords();
};

void TestJsonCursor::walksThrough_data()
{
    QTest::addColumn<QByteArray>("text");
    const QList<QByteArray> texts{"{}",
                                  "[]",
                                  " { \"a\" : [ 1 , -2.5e3 , true , false , null ] } ",
                                  R"("a \" \\ \/ \b \f \n \r \t \u00e9")",
                                  "\"\xc3\xa9\"",
                                  "[[[[{}]]]]",
                                  "0",
                                  "-0",
                                  R"({"":{"":[]}})"};
    for (const QByteArray &text : texts)
        QTest::newRow(text.constData()) << text;
}

void TestJsonCursor::walksThrough()
{
    QFETCH(QByteArray, text);
    QVERIFY(walks(text));
    QVERIFY(!QJsonDocument::fromJson('[' + text + ']').isNull());
}

void TestJsonCursor::readsTextsOfAnyLength()
{
    for (qsizetype length = 0; length < 40; ++length) {
        const QByteArray text = '"' + QByteArray(length, 'x') + '"';
        QVERIFY(walks(text));
        QVERIFY(!walks(text.left(text.size() - 1)));
        for (qsizetype at = 1; at <= length; ++at) {
            QByteArray other = text;
            QVERIFY(!walks(other.replace(at, 1, "\n")));
            QVERIFY(walks(other.replace(at, 1, "\\n")));
            QVERIFY(walks(other.replace(at, 2, "\xc3\xa9")));
            QVERIFY(!walks(other.replace(at, 2, "\"")));
        }
    }
}

void TestJsonCursor::stopsAt_data()
{
    QTest::addColumn<QByteArray>("text");
    const QList<QByteArray> texts{
        "",  "{",  "[1,]",  "{\"a\":1,}", "[1 2]",       "{\"a\" 1}", "{a:1}", "\"x", "tru",  "nulll",  "01", "1.",
        "-", "1e", "1e999", R"("\x")",    "\"\\u12g4\"", "[1]]",      "{]",    "[}",  "\"\\", "\"\n\"", "+1"};
    for (const QByteArray &text : texts)
        QTest::newRow(text.isEmpty() ? "nothing" : text.constData()) << text;
    QTest::newRow("deep") << QByteArray(100'000, '[');
    QTest::newRow("long number") << QByteArray(400, '9');
}

void TestJsonCursor::stopsAt()
{
    QFETCH(QByteArray, text);
    QVERIFY(!walks(text));
}

/// Every text that comes of a good one by leaving out, doubling or changing a byte.
void TestJsonCursor::neverTakesMoreThanADocument()
{
    const QByteArray good = R"([{"id":"a\"\u00e9","n":[-1.5e2,0,{}],"t":true,"x":null},[]])";
    QVERIFY(walks(good));
    const QByteArray others = "{}[]\",:\\u0-e.tn ";
    for (qsizetype at = 0; at < good.size(); ++at) {
        QList<QByteArray> texts{QByteArray(good).remove(at, 1), QByteArray(good).insert(at, good[at]), good.left(at)};
        for (const char other : others)
            texts.append(QByteArray(good).replace(at, 1, QByteArray(1, other)));
        for (const QByteArray &text : std::as_const(texts)) {
            if (walks(text))
                QVERIFY2(!QJsonDocument::fromJson('[' + text + ']').isNull(), text.constData());
        }
    }
}

void TestJsonCursor::compactsAsADocument_data()
{
    QTest::addColumn<QByteArray>("text");
    const QList<QByteArray> texts{R"({"b": 1, "a": [true, null, {"z": "", "y": []}], "B": -7})",
                                  R"(["a \" \\ \b \f \n \r \t", "plain"])",
                                  "[\"\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80\"]",
                                  "{}",
                                  "[ ]",
                                  "123456789012345",
                                  R"("x")",
                                  "\"\x7f\""};
    for (const QByteArray &text : texts)
        QTest::newRow(text.constData()) << text;
}

void TestJsonCursor::compactsAsADocument()
{
    QFETCH(QByteArray, text);
    QByteArray out = "before";
    QVERIFY(appendCompactJson(viewOf(text), out));
    QCOMPARE(out, "before" + jsonToText(jsonFromText(viewOf(text))));
}

void TestJsonCursor::leavesToADocument_data()
{
    QTest::addColumn<QByteArray>("text");
    const QList<QByteArray> texts{"1.0",
                                  "-0",
                                  "1e3",
                                  "1234567890123456",
                                  R"("\u0041")",
                                  R"("\/")",
                                  R"({"a":1,"a":2})",
                                  "{\"\xc3\xa9\":1}",
                                  R"({"\u0061":1})",
                                  ""};
    for (const QByteArray &text : texts)
        QTest::newRow(text.isEmpty() ? "nothing" : text.constData()) << text;
}

void TestJsonCursor::leavesToADocument()
{
    QFETCH(QByteArray, text);
    QByteArray out;
    QVERIFY(!appendCompactJson(viewOf(text), out));
}

void TestJsonCursor::findsRecords()
{
    const QByteArray text = R"( [ {"a":1} , "x",[2] ])";
    JsonCursor cursor(viewOf(text));
    const auto records = RecordTexts::fromCursor(text, cursor);
    QVERIFY(records && cursor.atEnd());
    QCOMPARE(records->size(), 3);
    QCOMPARE(records->text(0), std::string_view(R"({"a":1})"));
    QCOMPARE(records->text(2), std::string_view("[2]"));
    QCOMPARE(records->toArray(), QJsonDocument::fromJson(text).array());
    QCOMPARE(RecordTexts(records->toArray()).toArray(), records->toArray());
    QVERIFY(RecordTexts().isEmpty());
    JsonCursor broken(R"([{"a":1},)");
    QVERIFY(!RecordTexts::fromCursor(R"([{"a":1},)", broken));
}

QTEST_APPLESS_MAIN(TestJsonCursor)
#include "tst_jsoncursor.moc"
