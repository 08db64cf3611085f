// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/net/pager.h"

#include "app/base/safetext.h"
#include "app/base/workers.h"
#include "app/net/origin.h"

#include <QCoreApplication>
#include <QFutureWatcher>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

namespace watchdesk::net {

namespace {

struct Page
{
    QJsonArray items;
    QString next;
};

tl::unexpected<Error> noPage(const QString &why)
{
    return failure(Error::Kind::Service,
                   QCoreApplication::translate("net", "The service's list makes no sense: %1.").arg(why));
}

/// A page of 10,000 alerts takes tens of milliseconds to read: on a worker.
Result<Page> readPage(const QByteArray &body)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(body, &error);
    if (!document.isObject())
        return noPage(error.error == QJsonParseError::NoError
                          ? QCoreApplication::translate("net", "it is no JSON object")
                          : error.errorString());
    const QJsonObject object = document.object();
    const QJsonValue items = object.value(QStringLiteral("value"));
    const QJsonValue next = object.value(QStringLiteral("@odata.nextLink"));
    if (!items.isArray())
        return noPage(QCoreApplication::translate("net", "it has no \"value\""));
    if (!next.isString() && !next.isNull() && !next.isUndefined())
        return noPage(QCoreApplication::translate("net", "its next link is no text"));
    return Page{items.toArray(), next.toString()};
}

/// Page after page. Lives on the client's thread and deletes itself.
class Pager final : public QObject
{
public:
    Pager(HttpClient &client, std::function<void(const QJsonArray &)> onPage)
        : QObject(&client)
        , m_client(client)
        , m_onPage(std::move(onPage))
    {
        m_promise.start();
        connect(&m_own, &QFutureWatcherBase::canceled, this, &Pager::stop);
        connect(&m_reply, &QFutureWatcherBase::finished, this, &Pager::answered);
        connect(&m_page, &QFutureWatcherBase::finished, this, &Pager::arrived);
        connect(&m_taken, &QFutureWatcherBase::finished, this, &Pager::taken);
    }

    void setTaker(PageTaker take) { m_take = std::move(take); }

    FutureResult<QJsonArray> start(const Request &first)
    {
        m_request = first;
        const FutureResult<QJsonArray> future = m_promise.future();
        m_own.setFuture(future);
        request(first.url);
        return future;
    }

private:
    void request(const QUrl &url)
    {
        m_seen.insert(url.toEncoded());
        m_request.url = url;
        m_reply.setFuture(m_client.send(m_request));
    }

    void answered()
    {
        if (m_promise.isCanceled() || m_reply.future().resultCount() == 0)
            return finish();
        const Result<Reply> reply = m_reply.result(); // not takeResult(), see Chain
        if (!reply)
            return finish(failure(reply.error()));
        m_page.setFuture(onWorker(readPage, reply->body));
    }

    void arrived()
    {
        if (m_promise.isCanceled())
            return finish();
        const Result<Page> page = m_page.result();
        if (!page)
            return finish(failure(page.error()));
        ++m_pages;
        m_count += page->items.size();
        if (m_count > m_client.limits().maximumItems)
            return finish(noPage(QCoreApplication::translate("net", "it is too long")));
        if (m_take) {
            m_next = page->next;
            return m_taken.setFuture(m_take(page->items));
        }
        for (const QJsonValue &item : page->items)
            m_items.append(item);
        if (m_onPage)
            m_onPage(page->items);
        follow(page->next);
    }

    void taken()
    {
        if (m_promise.isCanceled() || m_taken.future().resultCount() == 0)
            return finish();
        const Result<bool> result = m_taken.result();
        if (!result)
            return finish(failure(result.error()));
        follow(m_next);
    }

    void follow(const QString &link)
    {
        if (link.isEmpty())
            return finish(std::exchange(m_items, {}));
        if (m_pages >= m_client.limits().maximumPages)
            return finish(noPage(QCoreApplication::translate("net", "it does not end")));
        const QUrl next = QUrl::fromEncoded(link.toUtf8(), QUrl::TolerantMode);
        if (!sameOrigin(next, m_client.apiUrl()))
            return finish(failure(
                Error::Kind::Refused,
                QCoreApplication::translate("net", "The list goes on at another address (%1): it is not followed.")
                    .arg(visibleText(next.toDisplayString(QUrl::RemoveUserInfo | QUrl::RemoveQuery), 200))));
        if (m_seen.contains(next.toEncoded()))
            return finish(noPage(QCoreApplication::translate("net", "it goes round in circles")));
        request(next);
    }

    void stop()
    {
        m_reply.cancel();
        finish();
    }

    void finish(Result<QJsonArray> result)
    {
        if (!m_promise.isCanceled())
            m_promise.addResult(std::move(result));
        finish();
    }

    void finish()
    {
        if (std::exchange(m_isDone, true))
            return;
        if (m_promise.future().resultCount() == 0)
            m_promise.future().cancel();
        m_promise.finish();
        deleteLater();
    }

    HttpClient &m_client;
    Request m_request;
    std::function<void(const QJsonArray &)> m_onPage;
    QPromise<Result<QJsonArray>> m_promise;
    QFutureWatcher<Result<QJsonArray>> m_own;
    QFutureWatcher<Result<Reply>> m_reply;
    QFutureWatcher<Result<Page>> m_page;
    QFutureWatcher<Result<bool>> m_taken;
    PageTaker m_take;
    QString m_next;
    QJsonArray m_items;
    qint64 m_count = 0;
    QSet<QByteArray> m_seen;
    int m_pages = 0;
    bool m_isDone = false;
};

} // namespace

FutureResult<QJsonArray> readPages(HttpClient &client, const Request &first,
                                   std::function<void(const QJsonArray &page)> onPage)
{
    return (new Pager(client, std::move(onPage)))->start(first);
}

FutureResult<QJsonArray> takePages(HttpClient &client, const Request &first, PageTaker take)
{
    auto *pager = new Pager(client, {});
    pager->setTaker(std::move(take));
    return pager->start(first);
}

} // namespace watchdesk::net
