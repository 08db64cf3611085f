// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/bench/labprocess.h"

#include "app/base/jsontext.h"

#include <QCoreApplication>
#include <QJsonObject>

namespace watchdesk::ctl {

namespace {

const int kPatience = 600'000; // milliseconds; the tenant's content may have to be made
const int kFarewell = 5'000;

} // namespace

LabProcess::~LabProcess()
{
    m_process.terminate();
    if (!m_process.waitForFinished(kFarewell))
        m_process.kill();
}

Result<session::SessionOptions> LabProcess::start(const QStringList &options)
{
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.start(QCoreApplication::applicationFilePath(),
                    QStringList{QStringLiteral("lab"), QStringLiteral("serve")} + options);
    while (!m_process.canReadLine()) {
        if (!m_process.waitForReadyRead(kPatience))
            return failure(Error::Kind::Network,
                           QCoreApplication::translate("watchdesk::ctl", "The lab's process does not start."));
    }
    const QJsonObject lab = jsonFromText(m_process.readLine().toStdString()).toObject();
    session::SessionOptions reached;
    reached.apiUrl = QUrl(lab.value(u"url").toString());
    reached.authority = QUrl(lab.value(u"authority").toString());
    reached.tenantId = lab.value(u"tenantId").toString();
    reached.clientId = lab.value(u"clientId").toString();
    reached.secret = lab.value(u"clientSecret").toString();
    return reached;
}

} // namespace watchdesk::ctl
