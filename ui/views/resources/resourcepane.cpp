// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/views/resources/resourcepane.h"

#include "app/base/safetext.h"
#include "app/base/workers.h"
#include "app/defender/client.h"
#include "app/defender/resourcetable.h"
#include "app/defender/titles.h"
#include "app/response/keptanswer.h"
#include "app/session/resourceload.h"
#include "app/session/session.h"
#include "app/store/store.h"
#include "ui/models/livequery.h"
#include "ui/views/resources/lookupbar.h"
#include "ui/views/resources/rowactions.h"
#include "ui/widgets/grid.h"

#include <QLocale>
#include <QToolButton>

namespace watchdesk::ui {

namespace {

constexpr qsizetype kMostColumns = 12;
constexpr int kLeadRoom = 220; ///< before others are left out
const QString kRow = QStringLiteral("_row");

using Look = GridColumn::Look;

Look lookOf(const defender::ResourceField &field)
{
    const QString name = field.name.toLower();
    if (name == u"severity" || name == u"vulnerabilityseveritylevel" || name == u"priority")
        return Look::Severity;
    if (name == u"status" || name == u"healthstatus" || name == u"riskscore" || name == u"exposurelevel" ||
        name == u"state" || name == u"commandstatus" || name == u"extensionrisk")
        return Look::Word;
    if (field.type == ColumnType::DateTime)
        return Look::Time;
    if (isIntegral(field.type) && field.type != ColumnType::Bool)
        return Look::Number;
    if (field.type == ColumnType::String && (name.endsWith(u"id") || name.startsWith(u"sha") || name == u"thumbprint"))
        return Look::MonoMuted;
    return field.type == ColumnType::String ? Look::Text : Look::Typed;
}

int widthOf(const defender::ResourceField &field)
{
    switch (lookOf(field)) {
    case Look::Time:
        return 104;
    case Look::Number:
        return 84;
    case Look::Severity:
    case Look::Word:
        return 92;
    case Look::MonoMuted:
        return 134;
    default:
        return field.type == ColumnType::Bool ? 70 : 150;
    }
}

/// "computerDnsName" as "Computer dns name": the API's own words, readable.
QString titleOf(const QString &name)
{
    QString title;
    for (const QChar letter : name) {
        if (letter.isUpper() && !title.isEmpty() && !title.back().isUpper())
            title += u' ';
        title += letter;
    }
    title = title.toLower();
    return QString(title.left(1).toUpper() % title.mid(1));
}

/// How telling a field is in a grid: its name first, then a CVE number, words, what the service filters by, numbers,
/// times.
int rankOf(const defender::Resource &resource, const defender::ResourceField &field)
{
    static const QStringList names{
        QStringLiteral("computerdnsname"),    QStringLiteral("title"),        QStringLiteral("displayname"),
        QStringLiteral("recommendationname"), QStringLiteral("incidentname"), QStringLiteral("indicatorvalue"),
        QStringLiteral("devicename"),         QStringLiteral("name"),         QStringLiteral("permissionname"),
        QStringLiteral("configurationname"),  QStringLiteral("filename"),     QStringLiteral("scanname"),
        QStringLiteral("accountname")};
    if (const qsizetype place = names.indexOf(field.name.toLower()); place >= 0)
        return int(place);
    if (resource.key == field.name && field.meaning.startsWith(QStringLiteral("CVE")))
        return 20;
    if (lookOf(field) == Look::Severity || lookOf(field) == Look::Word)
        return 21;
    if (field.type == ColumnType::DateTime)
        return 50;
    const bool isId =
        field.name.endsWith(QStringLiteral("id"), Qt::CaseInsensitive) || lookOf(field) == Look::MonoMuted;
    return isId ? 60 : !field.values.isEmpty() ? 30 : field.filterable ? 35 : isIntegral(field.type) ? 40 : 45;
}

bool isLong(const QString &name)
{
    static const QStringList names{QStringLiteral("description"), QStringLiteral("recommendedActions"),
                                   QStringLiteral("summary"), QStringLiteral("statusDetails")};
    return names.contains(name, Qt::CaseInsensitive) || name.endsWith(QLatin1String("Url"));
}

/// The most telling fields that are one short value, in that order.
QStringList shownFields(const defender::Resource &resource)
{
    QList<defender::ResourceField> fields = resource.fields;
    fields.removeIf(
        [](const defender::ResourceField &field) { return field.type == ColumnType::Dynamic || isLong(field.name); });
    std::stable_sort(fields.begin(), fields.end(),
                     [&](const auto &a, const auto &b) { return rankOf(resource, a) < rankOf(resource, b); });
    QStringList names;
    for (const defender::ResourceField &field : fields.mid(0, kMostColumns))
        names.append(field.name);
    return names;
}

/// The first takes the room that is left; where that is short, the last give way.
QList<GridColumn> columnsOf(const defender::Resource &resource)
{
    QList<GridColumn> columns;
    const QStringList names = shownFields(resource);
    for (const QString &name : names) {
        const defender::ResourceField &field = *resource.field(name);
        const bool isLead = columns.isEmpty();
        GridColumn column{field.name, titleOf(field.name), lookOf(field), isLead ? 0 : widthOf(field), {}};
        column.dropOrder = isLead ? 0 : int(names.size() - columns.size());
        column.room = kLeadRoom;
        columns.append(column);
    }
    return columns;
}

QString quoted(const QString &name) { return u'"' + name + u'"'; }

QString ageText(Ticks age)
{
    if (age < kTicksPerMinute)
        return ResourcePane::tr("just now");
    if (age < kTicksPerHour)
        return ResourcePane::tr("%1 min ago").arg(age / kTicksPerMinute);
    if (age < 2 * kTicksPerDay)
        return ResourcePane::tr("%1 h ago").arg(age / kTicksPerHour);
    return ResourcePane::tr("%1 days ago").arg(age / kTicksPerDay);
}

QString completenessText(const QString &word)
{
    if (word == u"complete")
        return ResourcePane::tr("complete");
    if (word == u"empty")
        return ResourcePane::tr("nothing there");
    if (word == u"truncated")
        return ResourcePane::tr("truncated");
    return ResourcePane::tr("partial");
}

} // namespace

ResourcePane::ResourcePane(const defender::Resource &resource, QWidget *parent)
    : GridPane(QStringLiteral("resource-") + resource.name, defender::translatedTitle(resource.title),
               columnsOf(resource), resource.key.isEmpty() ? kRow : resource.key, parent)
    , m_resource(resource)
{
    setToolTip(resource.meaning.toHtmlEscaped());
    if (RowActions::isOffered(resource))
        m_actions = new RowActions(this);
    if (LookupBar::isNeeded(resource)) {
        m_lookup = new LookupBar(resource);
        setTop(m_lookup);
        connect(m_lookup, &LookupBar::asked, this, &ResourcePane::lookUp);
    }
    QToolButton *again =
        addButton(QStringLiteral("refresh"), tr("Load %1 again").arg(defender::translatedTitle(resource.title)));
    connect(again, &QToolButton::clicked, this, &ResourcePane::load);
}

QString ResourcePane::stateName() const { return session::stateName(m_resource, m_parentKey); }

void ResourcePane::useSession(std::shared_ptr<session::Session> session)
{
    m_session = std::move(session);
    setNow(m_session->clock().now());
    if (m_actions != nullptr)
        m_actions->useGate(m_session->gate());
    if (m_lookup != nullptr)
        m_lookup->setNow(dateTimeFromTicks(m_session->clock().now()));
    delete m_state;
    m_state = new LiveQuery(m_session->store(), {QStringLiteral("TableStates")}, this);
    connect(m_state, &LiveQuery::arrived, this, [this](const TablePointer &state) { showState(*state); });
    m_isShown = false;
    if (!m_resource.isRelation())
        showSource();
    if (m_resource.kind == defender::Resource::Kind::Entity)
        setTags({tr("one at a time")});
}

void ResourcePane::setParentKey(const QString &key)
{
    if (m_parentKey == key && m_isShown)
        return;
    m_parentKey = key;
    ++m_run;
    m_isLoading = false;
    if (m_session && !key.isEmpty())
        showSource();
}

/// What the service knows nothing of but what belongs to it is a row with its key alone.
void ResourcePane::showKeyAlone(const QString &key)
{
    GridSource source;
    QStringList cells;
    for (const defender::ResourceField &field : m_resource.fields) {
        const bool isKey = field.name == m_resource.key || field.name == m_resource.keyForRelations();
        cells.append(QStringLiteral("%1 AS %2")
                         .arg(isKey ? QStringLiteral("CAST(? AS VARCHAR)") : QStringLiteral("CAST('' AS VARCHAR)"),
                              quoted(field.name)));
        source.types.append({field.name, ColumnType::String});
        source.fields.append({field.name, field.name, ColumnType::String});
        if (isKey)
            source.parameters.append(key);
    }
    source.sql = QStringLiteral("SELECT %1").arg(cells.join(QStringLiteral(", ")));
    source.order = quoted(m_resource.key);
    source.tables = {QStringLiteral("TableStates")};
    setStore(m_session->store(), source);
}

void ResourcePane::showSource()
{
    if (m_resource.table.isEmpty())
        return;
    const kql::Schema schema = m_session->store()->schema();
    const TableSchema *held = schema.find(m_resource.table);
    const TableSchema table = held ? *held : defender::tableSchema(m_resource);
    GridSource source;
    QStringList names;
    for (const ColumnSchema &column : table.columns) {
        names.append(quoted(column.name));
        source.fields.append({column.name, column.name, column.type});
    }
    source.types = table.columns;
    if (m_resource.key.isEmpty()) {
        names.append(QStringLiteral("CAST(rowid AS VARCHAR) AS %1").arg(quoted(kRow)));
        source.types.append({kRow, ColumnType::String});
    }
    const QString from = quoted(m_resource.table);
    QString where;
    if (m_resource.hasParentColumn()) {
        where = QStringLiteral(" WHERE %1 = ?").arg(quoted(defender::kParentColumn));
        source.parameters = {m_parentKey};
    }
    source.order = quoted(m_resource.key.isEmpty() ? kRow : m_resource.key);
    if (m_resource.key.isEmpty()) {
        source.sql = QStringLiteral("SELECT %1 FROM %2%3").arg(names.join(QStringLiteral(", ")), from, where);
    } else {
        source.sql = QStringLiteral("SELECT %1{key} FROM {rows}%2").arg(names.join(QStringLiteral(", ")), where);
        source.base = from;
        source.keyOf = QStringLiteral(", rowid AS rowKey");
        source.keySql = QStringLiteral("SELECT %1, rowid AS rowKey FROM %2%3").arg(source.order, from, where);
    }
    source.tables = {m_resource.table};
    setStore(m_session->store(), source);
    m_isShown = true;
    watchState();
}

void ResourcePane::watchState()
{
    m_state->setSql(QStringLiteral("SELECT Completeness, \"AsOf\", Detail FROM TableStates WHERE TableName = ?"),
                    {stateName()},
                    {{QStringLiteral("Completeness"), ColumnType::String},
                     {QStringLiteral("AsOf"), ColumnType::DateTime},
                     {QStringLiteral("Detail"), ColumnType::String}});
}

void ResourcePane::showState(const Table &state)
{
    m_isMissing = state.rowCount() == 0;
    if (m_isMissing) {
        const QString none =
            m_resource.kind == defender::Resource::Kind::Entity ? tr("one at a time") : tr("never loaded");
        setTags({m_isLoading ? tr("loading …") : none});
        if (m_session->client() && !m_isLoading && isVisible())
            load();
        return;
    }
    const Ticks asOf = state.column(1).isNull(0) ? 0 : state.column(1).integer(0);
    const Ticks now = m_session->clock().now();
    setTags({completenessText(state.display(0, 0)), asOf > 0 ? ageText(now - asOf) : QString()});
    if (const QString detail = state.display(0, 2); !detail.isEmpty())
        setNotice(visibleText(detail, 400));
}

/// What was never loaded is loaded when somebody looks at it, not before.
void ResourcePane::showEvent(QShowEvent *event)
{
    GridPane::showEvent(event);
    if (m_isMissing)
        load();
}

/// What was typed is asked for; the same list with other parameters has other rows.
void ResourcePane::lookUp()
{
    if (!m_session || m_session->client() == nullptr)
        return setNotice(tr("Offline: only what was loaded before is here."));
    setNotice({});
    m_parameters = m_lookup->values();
    if (m_resource.kind == defender::Resource::Kind::Entity)
        return loadOne(m_parameters.value(LookupBar::keyName()));
    defender::ListOptions options;
    options.parameters = m_parameters;
    if (const auto target = defender::listTarget(m_resource, options); !target)
        return setNotice(target.error().message);
    m_parentKey = defender::parentIdOf(m_resource, options);
    m_isLoading = false;
    load();
}

void ResourcePane::loadOne(const QString &key)
{
    if (m_resource.table.isEmpty()) {
        Q_EMIT found(key);
        return showKeyAlone(key);
    }
    m_isLoading = true;
    setTags({tr("loading …")});
    const int run = ++m_run;
    m_session->client()->find(m_resource.name, key).then(this, [this, run](const Result<QJsonObject> &record) {
        if (run != m_run)
            return;
        m_isLoading = false;
        setTags({tr("one at a time")});
        if (!record)
            return Q_EMIT loadFailed(record.error().message);
        const QString found = record->value(m_resource.key).toVariant().toString();
        onWorker([store = m_session->store(), record = *record, resource = &m_resource] {
            return response::keepEntity(*store, *resource, record);
        }).then(this, [this, found](const Result<void> &kept) {
            if (!kept)
                return Q_EMIT loadFailed(kept.error().message);
            showSource(); // the table may be new
            Q_EMIT this->found(found);
        });
    });
}

void ResourcePane::load()
{
    const bool lacksParent = m_resource.isRelation() && m_parentKey.isEmpty();
    const bool lacksWords = m_lookup != nullptr && m_parameters.isEmpty();
    const bool isOne = m_resource.kind == defender::Resource::Kind::Entity;
    if (!m_session || !m_session->client() || lacksParent || lacksWords || isOne || m_isLoading)
        return;
    m_isLoading = true;
    setTags({tr("loading …")});
    defender::ListOptions options;
    options.of = m_resource.isRelation() ? m_parentKey : QString();
    options.parameters = m_parameters;
    const int run = ++m_run;
    m_session->load(m_resource.name, options).then(this, [this, run](const Result<session::TableReport> &report) {
        if (run != m_run)
            return;
        m_isLoading = false;
        if (!report)
            Q_EMIT loadFailed(report.error().message);
        setNow(m_session->clock().now());
        showSource(); // the table may be new, or have new columns
    });
}

QJsonObject ResourcePane::record(const QString &key) const
{
    const int row = model()->rowOfKey(key);
    return row < 0 ? QJsonObject() : defender::recordFromRow(m_resource, *model()->table(), model()->baseRow(row));
}

QString ResourcePane::relationKey(const QString &key) const
{
    return record(key).value(m_resource.keyForRelations()).toVariant().toString();
}

} // namespace watchdesk::ui
