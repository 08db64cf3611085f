// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/session/profile.h"
#include "app/base/jsontext.h"
#include "app/ctl/answers.h"
#include "app/ctl/arguments.h"
#include "app/ctl/console.h"
#include "app/ctl/output.h"
#include "app/ctl/waiting.h"
#include "app/session/connectiontest.h"
#include "app/session/profileconnection.h"
#include "app/session/profilesignin.h"
#include "app/session/secrets.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

#ifdef Q_OS_UNIX
#include <termios.h>
#include <unistd.h>
#endif

namespace watchdesk::ctl {

namespace {

using session::Profile;

QString tr(const char *text) { return QCoreApplication::translate("watchdesk::ctl", text); }

/// The options that fill a field each.
struct TextOption
{
    const char *name;
    QString Profile::*text;
};
struct UrlOption
{
    const char *name;
    QUrl Profile::*url;
};

constexpr TextOption kTexts[] = {{"cloud", &Profile::cloud},        {"tenant-id", &Profile::tenantId},
                                 {"client-id", &Profile::clientId}, {"audience", &Profile::audience},
                                 {"ca", &Profile::caFile},          {"kusto-database", &Profile::kustoDatabase},
                                 {"colour", &Profile::colour}};
constexpr UrlOption kUrls[] = {{"url", &Profile::apiUrl},     {"authority", &Profile::authority},
                               {"xdr-url", &Profile::xdrUrl}, {"graph-url", &Profile::graphUrl},
                               {"kusto", &Profile::kustoUrl}, {"proxy", &Profile::proxy}};

/// Reads a line without showing it where a terminal would.
QByteArray hiddenLine()
{
#ifdef Q_OS_UNIX
    termios shown{};
    const bool isTerminal = tcgetattr(STDIN_FILENO, &shown) == 0;
    termios hidden = shown;
    hidden.c_lflag &= ~tcflag_t(ECHO);
    if (isTerminal)
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &hidden);
    QByteArray line(4'096, '\0');
    const char *read = std::fgets(line.data(), int(line.size()), stdin);
    if (isTerminal)
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &shown);
    return read ? QByteArray(read).trimmed() : QByteArray();
#else
    QByteArray line(4'096, '\0');
    const char *read = std::fgets(line.data(), int(line.size()), stdin);
    return read ? QByteArray(read).trimmed() : QByteArray();
#endif
}

/// From the environment, a file for a certificate, or standard input: never from an argument, which others can see.
std::optional<QString> readSecret(const Profile &profile, const Arguments &arguments)
{
    const QString given = qEnvironmentVariable("WATCHDESK_CLIENT_SECRET");
    if (profile.signIn == Profile::SignIn::Certificate) {
        const QString path = arguments.has(QStringLiteral("certificate"))
                                 ? arguments.value(QStringLiteral("certificate"))
                                 : QStringLiteral("-");
        const auto pem = readAll(path);
        return pem ? std::optional(QString::fromUtf8(*pem)) : std::nullopt;
    }
    if (!given.isEmpty() || profile.isUsers())
        return given;
    if (inputIsTerminal())
        say(tr("The client secret (it is not shown):"));
    return QString::fromUtf8(hiddenLine());
}

/// Puts it where it belongs, and says so.
int keepSecret(const Profile &profile, const QString &secret)
{
    if (secret.isEmpty()) {
        if (!profile.isUsers())
            say(tr("No secret was given: set WATCHDESK_CLIENT_SECRET when you use the profile."));
        return Done;
    }
    const auto kept = waitFor(session::secrets().write(session::secretKey(profile), secret));
    const bool isKept = kept && session::secrets().place() == net::SecretStore::Place::Keychain;
    if (!isKept) {
        if (!kept)
            sayError(kept.error());
        say(tr("The secret is not kept, as there is no keychain to use: set WATCHDESK_CLIENT_SECRET when you use the "
               "profile."));
        return Findings;
    }
    say(tr("The secret is in the keychain."));
    return Done;
}

Result<Profile> profileFrom(const Arguments &arguments, const QString &name)
{
    Profile profile;
    profile.name = name;
    for (const TextOption &option : kTexts)
        profile.*option.text = arguments.value(QLatin1String(option.name));
    for (const UrlOption &option : kUrls)
        profile.*option.url = QUrl(arguments.value(QLatin1String(option.name)), QUrl::StrictMode);
    const QString way = arguments.has(QStringLiteral("sign-in"))       ? arguments.value(QStringLiteral("sign-in"))
                        : arguments.has(QStringLiteral("certificate")) ? QStringLiteral("certificate")
                                                                       : QStringLiteral("secret");
    const auto signIn = session::signInNamed(way);
    if (!signIn)
        return failure(Error::Kind::InvalidInput, tr("--sign-in takes secret, certificate, browser or device."));
    profile.signIn = *signIn;
    return session::withCloud(profile, arguments.value(QStringLiteral("region")));
}

void addOptions(Arguments &arguments)
{
    const auto add = [&](const char *name, const QString &text, const char *value) {
        arguments.add(QLatin1String(name), text, QLatin1String(value));
    };
    add("tenant-id", tr("The tenant's id."), "T");
    add("client-id", tr("The app's client id."), "C");
    add("cloud", tr("commercial, gcc, gccHigh, dod or custom."), "CLOUD");
    add("region", tr("Keeps the traffic in a region: us, eu, uk, au, swa, ina, aea."), "REGION");
    add("sign-in", tr("secret, certificate, browser or device."), "WAY");
    add("certificate", tr("A PEM file with the app's certificate and its private key."), "FILE");
    add("url", tr("The Defender API, if not the cloud's."), "URL");
    add("authority", tr("The sign-in service, if not the cloud's."), "URL");
    add("xdr-url", tr("Defender XDR, if not the cloud's."), "URL");
    add("graph-url", tr("Microsoft Graph, if not the cloud's."), "URL");
    add("audience", tr("What tokens for the Defender API are made out to, if not what the cloud wants."), "URL");
    add("kusto", tr("A Kusto cluster to hunt in."), "URL");
    add("kusto-database", tr("The cluster's database."), "NAME");
    add("proxy", tr("http://HOST:PORT or socks5://HOST:PORT; else the system's."), "URL");
    add("colour", tr("blue, green, yellow, orange, red or violet: what its windows are marked with."), "NAME");
    add("ca", tr("Certificate authorities (PEM) to trust besides the system's."), "FILE");
}

/// The one name that a command takes; WrongUsage said otherwise.
std::optional<QString> nameFrom(const Arguments &arguments)
{
    if (arguments.positional().size() == 1)
        return arguments.positional().first();
    arguments.wrongUsage(tr("Name one profile."));
    return std::nullopt;
}

/// The saved profile that a command names; nothing, and the status to end with.
std::optional<Profile> profileNamed(Arguments &arguments, const QStringList &given, int &status)
{
    if (const auto ended = arguments.parse(given)) {
        status = *ended;
        return std::nullopt;
    }
    const auto name = nameFrom(arguments);
    const auto profile = name ? session::loadProfile(*name) : Result<Profile>();
    if (!name || !profile) {
        status = name ? sayError(profile.error()) : int(WrongUsage);
        return std::nullopt;
    }
    return *profile;
}

int addProfile(const Command &command, const QStringList &given)
{
    Arguments arguments(command);
    addOptions(arguments);
    if (const auto status = arguments.parse(given))
        return *status;
    const auto name = nameFrom(arguments);
    if (!name)
        return WrongUsage;
    const auto profile = profileFrom(arguments, *name);
    if (!profile)
        return arguments.wrongUsage(profile.error().message);
    if (const auto good = session::checkProfile(*profile); !good)
        return arguments.wrongUsage(good.error().message);
    const auto secret = readSecret(*profile, arguments);
    if (!secret)
        return NothingReadable;
    if (const auto usable = session::checkSecret(*profile, *secret); !usable)
        return sayError(usable.error());
    if (const auto saved = session::saveProfile(*profile); !saved)
        return sayError(saved.error());
    return keepSecret(*profile, *secret);
}

QJsonObject jsonOf(const Profile &profile)
{
    QJsonObject json = session::profileJson(profile);
    json.insert(QStringLiteral("name"), profile.name);
    return json;
}

int listProfiles(const Command &command, const QStringList &given)
{
    Arguments arguments(command);
    arguments.addFormat();
    if (const auto status = arguments.parse(given))
        return *status;
    const auto format = formatOf(arguments);
    if (!format)
        return WrongUsage;
    const QStringList columns = {QStringLiteral("name"),     QStringLiteral("cloud"),  QStringLiteral("tenantId"),
                                 QStringLiteral("clientId"), QStringLiteral("signIn"), QStringLiteral("apiUrl")};
    QList<ColumnSchema> schema;
    for (const QString &column : columns)
        schema.append({column, ColumnType::String});
    Table table(schema);
    int status = Done;
    const QStringList names = session::profileNames();
    for (const QString &name : names) {
        const auto profile = session::loadProfile(name);
        if (!profile) {
            sayError(profile.error());
            status = Findings;
            continue;
        }
        const QJsonObject json = jsonOf(*profile);
        for (qsizetype i = 0; i < columns.size(); ++i)
            table.column(i).appendText(json.value(columns[i]).toString());
    }
    printTable(table, *format);
    return status;
}

int showProfile(const Command &command, const QStringList &given)
{
    Arguments arguments(command);
    int status = Done;
    const auto profile = profileNamed(arguments, given, status);
    if (!profile)
        return status;
    QJsonObject json = jsonOf(*profile);
    const auto secret = waitFor(session::secrets().read(session::secretKey(*profile)));
    json.insert(QStringLiteral("hasSecret"), secret.has_value());
    printAnswer(jsonToText(json));
    return Done;
}

int removeProfile(const Command &command, const QStringList &given)
{
    Arguments arguments(command);
    if (const auto status = arguments.parse(given))
        return *status;
    const auto name = nameFrom(arguments);
    if (!name)
        return WrongUsage;
    const auto profile = session::loadProfile(*name);
    if (profile) {
        const auto removed = waitFor(session::secrets().remove(session::secretKey(*profile)));
        if (!removed && removed.error().kind != Error::Kind::NotFound)
            say(removed.error().message);
    }
    if (const auto removed = session::removeProfile(*name); !removed)
        return sayError(removed.error());
    return Done;
}

int testProfile(const Command &command, const QStringList &given)
{
    Arguments arguments(command);
    int status = Done;
    const auto profile = profileNamed(arguments, given, status);
    if (!profile)
        return status;
    QString secret = qEnvironmentVariable("WATCHDESK_CLIENT_SECRET");
    if (secret.isEmpty())
        secret = waitFor(session::secrets().read(session::secretKey(*profile))).value_or(QString());
    const auto connection = session::connectionOf(*profile, secret);
    if (!connection)
        return sayError(connection.error());
    session::ConnectionTest test(*connection);
    QObject::connect(&test, &session::ConnectionTest::stepDone, &test, [&status](const session::TestStep &step) {
        printAnswer(jsonToText(QJsonObject{{QStringLiteral("step"), step.name},
                                           {QStringLiteral("outcome"), session::outcomeName(step.outcome)},
                                           {QStringLiteral("text"), step.text}}));
        if (step.outcome == session::TestStep::Outcome::Warning)
            status = std::max(status, int(Findings));
        if (step.outcome == session::TestStep::Outcome::Failed)
            status = exitStatus(step.error.kind);
    });
    const auto steps = waitFor(test.start());
    return steps ? status : sayError(steps.error());
}

int signInProfile(const Command &command, const QStringList &given)
{
    Arguments arguments(command);
    int status = Done;
    const auto profile = profileNamed(arguments, given, status);
    if (!profile)
        return status;
    if (!profile->isUsers())
        return arguments.wrongUsage(tr("This profile signs in by itself: nobody has to."));
    session::ProfileSignIn signIn(*profile);
    QObject::connect(&signIn, &session::ProfileSignIn::browserWanted, &signIn, [](const QUrl &url) {
        say(tr("Open this address in a browser:"));
        print(url.toString(QUrl::FullyEncoded));
        std::fflush(stdout);
    });
    QObject::connect(&signIn, &session::ProfileSignIn::codeIssued, &signIn, [](const QString &code, const QUrl &page) {
        say(tr("Open the page and enter the code:"));
        print(page.toString(QUrl::FullyEncoded) + u' ' + code);
        std::fflush(stdout);
    });
    const auto user = waitFor(signIn.start());
    if (!user)
        return sayError(user.error());
    say(user->isEmpty() ? tr("Signed in.") : tr("%1 is signed in.").arg(*user));
    if (session::secrets().place() == net::SecretStore::Place::Keychain)
        return Done;
    say(tr("The sign-in ends with this program, as there is no keychain to keep it in."));
    return Findings;
}

} // namespace

QList<Command> profileCommands()
{
    const QString noun = QStringLiteral("profile");
    return {
        {noun, QStringLiteral("add"),
         QStringLiteral("profile add NAME --tenant-id T --client-id C [--cloud C] [--region R] [--sign-in WAY] "
                        "[--certificate FILE] [--url URL] [--authority URL] [--kusto URL --kusto-database D] "
                        "[--proxy URL] [--ca FILE] [--colour NAME]"),
         tr("Saves how to reach a tenant; the secret from WATCHDESK_CLIENT_SECRET or standard input goes into the "
            "keychain."),
         addProfile},
        {noun, QStringLiteral("list"), QStringLiteral("profile list"), tr("The saved profiles."), listProfiles},
        {noun, QStringLiteral("show"), QStringLiteral("profile show NAME"), tr("One profile, without its secret."),
         showProfile},
        {noun, QStringLiteral("remove"), QStringLiteral("profile remove NAME"),
         tr("Forgets a profile and its secret; what was loaded stays."), removeProfile},
        {noun, QStringLiteral("test"), QStringLiteral("profile test NAME"),
         tr("Tries sign-in and API step by step and says what is wrong."), testProfile},
        {noun, QStringLiteral("sign-in"), QStringLiteral("profile sign-in NAME"),
         tr("A person signs in, by browser or device code."), signInProfile},
    };
}

} // namespace watchdesk::ctl
