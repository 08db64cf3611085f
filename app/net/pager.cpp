// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/net/pager.h"

#include "app/base/jsoncursor.h"
#include "app/base/jsontext.h"
#include "app/base/safetext.h"
#include "app/base/workers.h"
#include "app/net/origin.h"

#include <QCoreApplication>
#include <QFutureWatcher>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QUtf8StringView>

#include <optional>

namespace watchdesk::net {

namespace {

struct Page
{
    QJsonArray items;    ///< for who wants them all in the end
    RecordTexts records; ///< for who takes page after page
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
    return Page{items.toArray(), {}, next.toString()};
}

/// The page's two members; nothing where it is not as plain as pages are.
std::optional<Page> skimmedPage(const QByteArray &body)
{
    if (!QUtf8StringView(body.constData(), body.size()).isValidUtf8())
        return std::nullopt;
    JsonCursor cursor(std::string_view(body.constData(), size_t(body.size())));
    std::optional<RecordTexts> records;
    std::string_view next;
    cursor.enter('{');
    while (cursor.next('}')) {
        const std::string_view name = cursor.name();
        const bool isRecords = name == "value";
        if (isRecords && !records) {
            records = RecordTexts::fromCursor(body, cursor);
            if (!records)
                return std::nullopt;
            continue;
        }
        const std::string_view value = cursor.value();
        if (isRecords || (name == "@odata.nextLink" && !next.empty())) // which of the two counts?
            return std::nullopt;
        if (name == "@odata.nextLink")
            next = value;
    }
    const bool isLast = next.empty() || next == "null";
    if (!cursor.atEnd() || !records || (!isLast && next.front() != '"'))
        return std::nullopt;
    return Page{{}, *records, isLast ? QString() : jsonFromText(next).toString()};
}

/// As readPage(), with the records left as texts.
Result<Page> skimPage(const QByteArray &body)
{
    if (const auto page = skimmedPage(body))
        return *page;
    auto page = readPage(body);
    if (page)
        page->records = RecordTexts(std::exchange(page->items, {}));
    return page;
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
            return end(failure(reply.error()));
        m_page.setFuture(onWorker(m_take ? skimPage : readPage, reply->body));
    }

    void arrived()
    {
        if (m_promise.isCanceled())
            return finish();
        const Result<Page> page = m_page.result();
        if (!page)
            return end(failure(page.error()));
        ++m_pages;
        m_count += m_take ? page->records.size() : page->items.size();
        if (m_count > m_client.limits().maximumItems)
            return end(noPage(QCoreApplication::translate("net", "it is too long")));
        if (m_take && m_isTaking)
            m_waiting = *page;
        else if (m_take)
            take(*page);
        else
            collect(*page);
    }

    void collect(const Page &page)
    {
        for (const QJsonValue &item : page.items)
            m_items.append(item);
        if (m_onPage)
            m_onPage(page.items);
        follow(page.next);
    }

    /// The next page is asked for at once, so that the service works while this one is stored.
    void take(const Page &page)
    {
        m_isTaking = true;
        m_taken.setFuture(m_take(page.records));
        follow(page.next);
    }

    void taken()
    {
        m_isTaking = false;
        if (m_promise.isCanceled() || m_taken.future().resultCount() == 0)
            return finish();
        if (const Result<bool> result = m_taken.result(); !result) {
            m_reply.cancel(); // the page after it is of no use
            return finish(failure(result.error()));
        }
        if (m_waiting)
            take(*std::exchange(m_waiting, std::nullopt));
        else if (m_end)
            finish(*m_end);
    }

    void follow(const QString &link)
    {
        if (link.isEmpty())
            return end(std::exchange(m_items, {}));
        if (m_pages >= m_client.limits().maximumPages)
            return end(noPage(QCoreApplication::translate("net", "it does not end")));
        const QUrl next = QUrl::fromEncoded(link.toUtf8(), QUrl::TolerantMode);
        if (!sameOrigin(next, m_client.apiUrl()))
            return end(failure(
                Error::Kind::Refused,
                QCoreApplication::translate("net", "The list goes on at another address (%1): it is not followed.")
                    .arg(visibleText(next.toDisplayString(QUrl::RemoveUserInfo | QUrl::RemoveQuery), 200))));
        if (m_seen.contains(next.toEncoded()))
            return end(noPage(QCoreApplication::translate("net", "it goes round in circles")));
        request(next);
    }

    /// What is being taken is taken to its end first.
    void end(Result<QJsonArray> result)
    {
        if (m_isTaking)
            m_end = std::move(result);
        else
            finish(std::move(result));
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
    bool m_isTaking = false;
    std::optional<Page> m_waiting;           ///< came while another was being taken
    std::optional<Result<QJsonArray>> m_end; ///< came while the last was being taken
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
