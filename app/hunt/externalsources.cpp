// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/hunt/externalsources.h"

#include "app/net/chain.h"
#include "app/net/download.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QUrl>

#include <algorithm>

namespace watchdesk::hunt {

namespace {

constexpr qint64 kMaxBytes = 8 * 1024 * 1024;
constexpr std::chrono::milliseconds kLongest{60'000};

QString tr(const char *text) { return QCoreApplication::translate("watchdesk::hunt", text); }

bool isWeb(const QUrl &url)
{
    return url.scheme() == QStringLiteral("https") || url.scheme() == QStringLiteral("http");
}

QString pathOf(const QString &address)
{
    const QUrl url(address);
    return url.isLocalFile() ? url.toLocalFile() : address;
}

bool isRemote(const QString &path)
{
    return path.startsWith(QStringLiteral("//")) || path.startsWith(QStringLiteral("\\\\"));
}

bool isBelow(const QString &path, const QString &folder)
{
    // Even to look at a path of another computer is to call it, and to sign in there.
    if (isRemote(path) && !isRemote(folder))
        return false;
    const QString real = QFileInfo(path).canonicalFilePath();
    const QString root = QFileInfo(folder).canonicalFilePath();
    return !real.isEmpty() && !root.isEmpty() && (real == root || real.startsWith(root + u'/'));
}

/// As it is asked for on the network: what looks alike may not be.
QString hostText(const QString &host) { return QString::fromLatin1(QUrl::toAce(host)); }

Result<QByteArray> fileContent(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(Error::Kind::InvalidInput, tr("%1 cannot be read: %2").arg(path, file.errorString()));
    if (file.size() > kMaxBytes)
        return failure(Error::Kind::Refused, tr("%1 is too large for externaldata.").arg(path));
    return file.readAll();
}

} // namespace

bool isAllowed(const QString &address, const QStringList &allowed)
{
    const QUrl url(address);
    return std::any_of(allowed.begin(), allowed.end(), [&](const QString &place) {
        if (isWeb(url))
            return url.host(QUrl::FullyEncoded).compare(hostText(place), Qt::CaseInsensitive) == 0;
        return isBelow(pathOf(address), place);
    });
}

QString placeOf(const QString &address)
{
    const QUrl url(address);
    if (isWeb(url))
        return url.host(QUrl::FullyEncoded);
    if (address.contains(QStringLiteral("://")) && !url.isLocalFile())
        return {};
    const QString path = pathOf(address);
    return isRemote(path) ? path.section(u'/', 0, -2) : QFileInfo(path).absolutePath();
}

ExternalSources::ExternalSources(const net::NetworkSettings &network, QObject *parent)
    : QObject(parent)
    , m_network(network)
{
}

ExternalSources::~ExternalSources() = default;

FutureResult<kql::ExternalData> ExternalSources::read(const QStringList &addresses, const QStringList &allowed)
{
    QStringList wanted;
    std::copy_if(addresses.begin(), addresses.end(), std::back_inserter(wanted),
                 [&allowed](const QString &address) { return isAllowed(address, allowed); });
    return readNext(wanted, {});
}

FutureResult<kql::ExternalData> ExternalSources::readNext(QStringList addresses, kql::ExternalData known)
{
    if (addresses.isEmpty())
        return readyFuture<kql::ExternalData>(std::move(known));
    const QString address = addresses.takeFirst();
    return net::Chain<QByteArray, kql::ExternalData>::begin(
        readOne(address), this,
        [this, address, addresses, known](const Result<QByteArray> &content) -> FutureResult<kql::ExternalData> {
            if (!content)
                return readyFuture<kql::ExternalData>(failure(content.error()));
            kql::ExternalData more = known;
            more.insert(address, *content);
            return readNext(addresses, std::move(more));
        });
}

FutureResult<QByteArray> ExternalSources::readOne(const QString &address)
{
    const QUrl url(address);
    if (!isWeb(url))
        return readyFuture<QByteArray>(fileContent(pathOf(address)));
    net::Limits limits;
    limits.maximumReplyBytes = kMaxBytes;
    limits.callTimeout = kLongest;
    return (new net::Download(url, m_network, limits, this))->start();
}

} // namespace watchdesk::hunt
