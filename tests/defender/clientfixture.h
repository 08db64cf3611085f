// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/net/httpclient.h"
#include "tests/defender/scriptedserver.h"
#include "tests/defender/waiting.h"

#include <QTest>

namespace watchdesk::test {

using namespace std::chrono_literals;

/// Patience that a test has.
inline net::Limits quick()
{
    net::Limits limits;
    limits.transferTimeout = 5s;
    limits.firstBackOff = 20ms;
    limits.longestBackOff = 60ms;
    limits.defaultPause = 50ms;
    limits.longestPause = 5s;
    limits.patience = 10s;
    limits.maximumReplyBytes = 1024 * 1024;
    limits.maximumPages = 20;
    return limits;
}

struct Fixture
{
    explicit Fixture(ScriptedServer::Handler handler, const net::Limits &limits = quick())
        : server(std::move(handler))
        , client(server.url(), credentials(server.url()), limits)
    {
    }

    static net::Credentials credentials(const QUrl &authority)
    {
        return {authority, QStringLiteral("tenant"), QStringLiteral("client"), QStringLiteral("a+b&c=d secret"),
                QStringLiteral("https://api.securitycenter.microsoft.com/.default")};
    }

    QUrl url(const char *path) const { return QUrl(server.url().toString() + QString::fromLatin1(path)); }

    ScriptedServer server;
    net::HttpClient client;
};

/// Answers one after the other; the last one for ever.
inline ScriptedServer::Handler inTurn(QList<Answer> answers)
{
    return [answers, next = qsizetype(0)](const Asked &) mutable { return answers[qMin(next++, answers.size() - 1)]; };
}

} // namespace watchdesk::test

#define AWAIT(future) QVERIFY(waitFor(future))
#define VERIFY_KIND(result, expected)                                                                                  \
    do {                                                                                                               \
        QVERIFY(!(result).has_value());                                                                                \
        QCOMPARE(kindName((result).error().kind), kindName(Error::Kind::expected));                                    \
    } while (false)
