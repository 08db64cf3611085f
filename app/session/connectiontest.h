// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/result.h"
#include "app/defender/connection.h"

#include <QList>
#include <QObject>

#include <memory>

namespace watchdesk::session {

/// One step of a connection test and how it came out, in words for whoever edits the profile.
struct TestStep
{
    enum class Outcome { Ok, Warning, Failed };

    QString name; ///< stable: "profile", "signIn", "token", "call", "hunting", "cluster"
    Outcome outcome = Outcome::Ok;
    QString text;     ///< translated, plain
    Error error = {}; ///< of a step that failed
};

QString outcomeName(TestStep::Outcome outcome); ///< "ok", "warning", "failed"

/// Tries a connection from the token to the first answer: sign-in, what the token allows, one call, hunting through
/// Graph, the Kusto cluster if there is one. Only reads. What went wrong is explained: the AADSTS number, the
/// audience, consent, roles, proxy, TLS.
///
/// Lives on the main thread, for one test; deleting it ends that.
class ConnectionTest : public QObject
{
    Q_OBJECT

public:
    explicit ConnectionTest(const defender::Connection &connection, QObject *parent = nullptr);
    ~ConnectionTest() override;

    /// All steps up to the first that failed. Cancelled with the object.
    FutureResult<QList<TestStep>> start();

Q_SIGNALS:
    void stepDone(const watchdesk::session::TestStep &step);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace watchdesk::session

Q_DECLARE_METATYPE(watchdesk::session::TestStep)
