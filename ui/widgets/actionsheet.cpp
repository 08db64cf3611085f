// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/actionsheet.h"

#include "app/base/jsontext.h"
#include "app/base/safetext.h"
#include "app/defender/resource.h"
#include "app/defender/titles.h"
#include "app/response/gate.h"
#include "ui/widgets/actionfields.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/sheetrun.h"
#include "ui/widgets/tokens.h"
#include "ui/widgets/whynot.h"

#include <QAbstractTextDocumentLayout>
#include <QDateTime>
#include <QHBoxLayout>
#include <QJsonDocument>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace watchdesk::ui {

namespace {

constexpr int kSide = 10;
constexpr int kMostShown = 12; ///< findings of many targets

QLabel *wrapped(const QString &text, const char *look = nullptr)
{
    QLabel *label = plainLabel(text, look);
    label->setWordWrap(true);
    return label;
}

QString requestText(const response::DryRun &dryRun)
{
    const QString body = QString::fromUtf8(QJsonDocument(dryRun.body).toJson(QJsonDocument::Indented)).trimmed();
    QStringList lines;
    for (const QString &line : body.split(u'\n'))
        lines.append(visibleText(line, 4096));
    return QString(dryRun.method % u' ' % visibleText(dryRun.url, 2000) % u'\n' % lines.join(u'\n'));
}

/// What can be filled in where nothing else is said: everything but the comment, and the customer's own id.
QStringList askedOf(const defender::ResourceAction &action, const SheetRequest &request)
{
    if (!request.asked.isEmpty())
        return request.asked;
    QStringList members;
    for (const defender::BodyField &field : action.body) {
        const bool isReason = field.name == u"Comment" || field.name == u"comment" || field.name == u"ExternalId";
        if (!isReason && !request.parameters.contains(field.name))
            members.append(field.name);
    }
    return members;
}

/// What the sheet's button says.
QString sendText(const defender::ResourceAction &action, const SheetRequest &request)
{
    return request.title.isEmpty() ? defender::translatedTitle(action.title) : request.title;
}

} // namespace

ActionSheet::ActionSheet(QWidget *parent)
    : Pane(tr("Action"), parent)
{
    auto *scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto *ground = new QWidget;
    ground->setObjectName(QStringLiteral("scrolled"));
    auto *layout = new QVBoxLayout(ground);
    layout->setContentsMargins(kSide, 10, kSide, 10);
    layout->setSpacing(6);
    buildHeadPart(layout);
    buildRequestPart(layout);
    m_trailTitle = sectionLabel(tr("What happened"));
    layout->addSpacing(4);
    layout->addWidget(m_trailTitle);
    m_trail = new QVBoxLayout;
    m_trail->setSpacing(4);
    layout->addLayout(m_trail);
    layout->addStretch(1);
    scroll->setWidget(ground);
    setContent(scroll);
    connect(scroll->verticalScrollBar(), &QScrollBar::rangeChanged, this, [this, scroll](int, int end) {
        if (isRunning() || m_done)
            scroll->verticalScrollBar()->setValue(end); // what happens is at the end
    });
    buildCommentPart();
    QToolButton *close = addButton(QStringLiteral("close"), tr("Close the sheet without sending"));
    connect(close, &QToolButton::clicked, this, &ActionSheet::closed);
    m_pause = new QTimer(this);
    m_pause->setSingleShot(true);
    m_pause->setInterval(200);
    connect(m_pause, &QTimer::timeout, this, &ActionSheet::askForDryRun);
    connectRun();
}

void ActionSheet::connectRun()
{
    m_run = new SheetRun(this);
    connect(m_run, &SheetRun::looked, this, &ActionSheet::showSheets);
    connect(m_run, &SheetRun::failed, this, [this](const Error &error) { setNotice(error.message); });
    connect(m_run, &SheetRun::said, this, &ActionSheet::addTrail);
    connect(m_run, &SheetRun::finished, this, [this] {
        m_done = true;
        updateButton();
        Q_EMIT done(m_action->name);
    });
}

bool ActionSheet::isRunning() const { return m_run->isRunning(); }

void ActionSheet::buildHeadPart(QVBoxLayout *layout)
{
    m_consequence = wrapped({});
    layout->addWidget(m_consequence);
    layout->addSpacing(4);
    layout->addWidget(sectionLabel(tr("Blast radius")));
    m_checks = new QVBoxLayout;
    m_checks->setSpacing(5);
    layout->addLayout(m_checks);
}

void ActionSheet::buildRequestPart(QVBoxLayout *layout)
{
    m_fields = new ActionFields;
    layout->addWidget(m_fields);
    layout->addSpacing(4);
    layout->addWidget(sectionLabel(tr("Exactly what will be sent")));
    m_code = new QPlainTextEdit;
    m_code->setReadOnly(true);
    m_code->setProperty("look", QStringLiteral("code"));
    m_code->setFont(monoFont());
    m_code->setTabChangesFocus(true);
    m_code->setLineWrapMode(QPlainTextEdit::WidgetWidth);
    m_code->setWordWrapMode(QTextOption::WrapAnywhere);
    m_code->setAccessibleName(tr("Exactly what will be sent"));
    connect(m_code->document()->documentLayout(), &QAbstractTextDocumentLayout::documentSizeChanged, m_code,
            [this](const QSizeF &size) {
                const int lines = std::clamp(int(size.height()), 4, 16); // a plain document's height is in lines
                m_code->setFixedHeight(lines * QFontMetrics(m_code->font()).lineSpacing() + 20);
            });
    layout->addWidget(m_code);
    m_pace = wrapped({}, "muted");
    layout->addWidget(m_pace);
    layout->addSpacing(4);
    layout->addWidget(sectionLabel(tr("Undo")));
    m_undo = wrapped({});
    layout->addWidget(m_undo);
    connect(m_fields, &ActionFields::changed, this, [this] {
        m_known = false;
        updateButton();
        m_pause->start();
    });
}

/// Always in sight, however long the sheet is: nobody looks for the button, or presses it without having seen the
/// reason.
void ActionSheet::buildCommentPart()
{
    auto *foot = new QWidget;
    auto *layout = new QVBoxLayout(foot);
    layout->setContentsMargins(kSide, 8, kSide, 8);
    layout->setSpacing(6);
    setFoot(foot);
    buildTenantPart(layout);
    layout->addWidget(sectionLabel(tr("Comment (required)")));
    m_comment = new QLineEdit;
    m_comment->setMaxLength(1000);
    m_comment->setAccessibleName(tr("Comment, required"));
    m_comment->setPlaceholderText(tr("Ticket and reason; goes into the audit log"));
    layout->addWidget(m_comment);
    buildButtons(layout);
    connect(m_comment, &QLineEdit::textChanged, this, [this] {
        m_known = false;
        updateButton();
        if (!m_opening)
            m_pause->start();
    });
}

void ActionSheet::buildTenantPart(QVBoxLayout *layout)
{
    m_tenantLabel = wrapped({}, "warn");
    m_tenant = new QLineEdit;
    m_tenant->setMaxLength(100);
    m_tenant->setAccessibleName(tr("The tenant's name, to confirm"));
    layout->addWidget(m_tenantLabel);
    layout->addWidget(m_tenant);
    connect(m_tenant, &QLineEdit::textChanged, this, &ActionSheet::updateButton);
}

/// "" where nothing has to be typed.
QString ActionSheet::nameToConfirm() const
{
    const bool isRisky = m_action != nullptr && m_action->risk == defender::ResourceAction::Risk::High;
    return m_gate != nullptr && isRisky ? m_gate->nameToConfirm() : QString();
}

void ActionSheet::buildButtons(QVBoxLayout *layout)
{
    auto *buttons = new FlowLayout(6);
    m_send = new QPushButton(tr("Send"));
    m_cancel = new QPushButton(tr("Cancel"));
    for (QPushButton *button : {m_send, m_cancel}) { // no default button: Enter sends nothing
        button->setAutoDefault(false);
        button->setDefault(false);
        buttons->addWidget(button);
    }
    layout->addLayout(buttons);
    connect(m_send, &QPushButton::clicked, this, &ActionSheet::send);
    connect(m_cancel, &QPushButton::clicked, this, &ActionSheet::closed);
}

void ActionSheet::clear()
{
    m_known = m_done = false;
    m_consequence->clear();
    m_code->clear();
    m_pace->clear();
    m_undo->clear();
    setNotice({});
    emptyLayout(m_checks);
    emptyLayout(m_trail);
    m_trailTitle->hide();
}

void ActionSheet::open(response::Gate *gate, const SheetRequest &request)
{
    const defender::ResourceAction *device = response::deviceAction(request.action);
    m_action = device ? device : defender::actionNamed(request.action);
    if (m_action == nullptr)
        return;
    if (m_gate != nullptr)
        m_gate->disconnect(this);
    m_gate = gate;
    if (gate != nullptr)
        connect(gate, &response::Gate::permissionsChanged, this, &ActionSheet::updateButton);
    m_request = request;
    m_run->use(gate, request);
    m_opening = true;
    clear();
    setTitle(tr("Looking …"));
    m_fields->show(*m_action, askedOf(*m_action, request), request.parameters);
    m_fields->setEnabled(true);
    const QString tenant = nameToConfirm();
    m_tenantLabel->setText(
        tr("Several tenants are set up. Type the name of this one: %1").arg(visibleText(tenant, 80)));
    m_tenantLabel->setVisible(!tenant.isEmpty());
    m_tenant->setVisible(!tenant.isEmpty());
    m_tenant->clear();
    m_tenant->setEnabled(true);
    m_comment->setEnabled(true);
    m_comment->setText(request.comment);
    m_send->setText(sendText(*m_action, request));
    m_send->setProperty("look", m_action->risk == defender::ResourceAction::Risk::High ? QStringLiteral("danger")
                                                                                       : QStringLiteral("primary"));
    restyle(m_send);
    m_cancel->setText(tr("Cancel"));
    m_opening = false;
    updateButton();
    askForDryRun();
    m_comment->setFocus();
}

/// What is settled, and over it what stands in the fields.
QJsonObject ActionSheet::body() const
{
    QJsonObject body = m_request.parameters;
    for (const QString &member : askedOf(*m_action, m_request))
        body.remove(member);
    const QJsonObject values = m_fields->values();
    addMembers(body, values);
    return body;
}

void ActionSheet::askForDryRun()
{
    if (m_gate == nullptr || isRunning() || m_done || m_action == nullptr)
        return;
    setNotice(m_fields->problem());
    if (m_fields->problem().isEmpty())
        m_run->look(body(), m_comment->text().trimmed());
}

void ActionSheet::showSheets()
{
    const QList<response::DryRun> &sheets = m_run->sheets();
    const response::DryRun &first = sheets.first();
    m_known = true;
    setNotice({});
    const bool isMany = sheets.size() > 1;
    if (isMany)
        setTitle(tr("%1: %Ln target(s)?", nullptr, int(sheets.size())).arg(sendText(*m_action, m_request)));
    else
        setTitle(m_request.title.isEmpty() ? visibleText(first.title, 120) : tr("%1?").arg(m_request.title));
    m_consequence->setText(visibleText(first.consequence, 600));
    emptyLayout(m_checks);
    if (isMany)
        showManyChecks(sheets);
    else
        showChecks(first.checks);
    QString code = requestText(first);
    if (isMany)
        code += u'\n' + tr("… and the same for %Ln more", nullptr, int(sheets.size() - 1));
    m_code->setPlainText(code);
    m_undo->setText(visibleText(first.undoText, 600));
    showPace();
    updateButton();
}

void ActionSheet::showChecks(const QList<response::Check> &checks)
{
    for (const response::Check &check : checks) {
        const bool fine = check.outcome == response::Check::Outcome::Ok;
        static const QStringList untold{QStringLiteral("action"), QStringLiteral("risk"), QStringLiteral("size")};
        if (check.name == u"comment" || (fine && untold.contains(check.name)))
            continue; // the comment field says it itself; the others go without saying
        addCheck(check, {});
    }
}

/// Of many targets only what speaks against one is listed.
void ActionSheet::showManyChecks(const QList<response::DryRun> &sheets)
{
    using Outcome = response::Check::Outcome;
    int shown = 0;
    qsizetype fine = 0;
    for (qsizetype target = 0; target < sheets.size(); ++target) {
        bool isFine = true;
        for (const response::Check &check : sheets[target].checks) {
            if (check.outcome == Outcome::Ok || check.name == u"comment" || check.name == u"risk")
                continue;
            isFine = false;
            if (++shown <= kMostShown)
                addCheck(check, QString(m_run->nameOf(target) % QStringLiteral(": ")));
        }
        fine += isFine ? 1 : 0;
    }
    if (shown > kMostShown)
        addCheck({{}, Outcome::Warning, tr("… and %Ln more", nullptr, shown - kMostShown)}, {});
    if (fine > 0)
        addCheck({{}, Outcome::Ok, tr("Nothing speaks against %1 of %2").arg(fine).arg(sheets.size())}, {});
}

void ActionSheet::addCheck(const response::Check &check, const QString &prefix)
{
    const bool fine = check.outcome == response::Check::Outcome::Ok;
    const bool refuses = check.outcome == response::Check::Outcome::Refusal;
    auto *row = new QWidget;
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(6);
    QLabel *glyph = plainLabel(fine      ? QStringLiteral("✓")
                               : refuses ? QStringLiteral("✕")
                                         : QStringLiteral("!"),
                               fine      ? "good"
                               : refuses ? "bad"
                                         : "warn");
    glyph->setFixedWidth(11);
    glyph->setAccessibleName(fine ? tr("Fine") : refuses ? tr("Refused") : tr("Take care"));
    line->addWidget(glyph, 0, Qt::AlignTop);
    line->addWidget(wrapped(visibleText(prefix + check.text, 400), refuses ? "bad" : nullptr), 1);
    m_checks->addWidget(row);
}

/// How long it takes, before the click: what the service allows, and when the last one goes out.
void ActionSheet::showPace()
{
    const defender::Quota quota = defender::quotaNamed(m_action->quota);
    QStringList parts;
    if (quota.perMinute > 0)
        parts.append(tr("%1 a minute").arg(quota.perMinute));
    if (quota.perHour > 0)
        parts.append(tr("%1 an hour").arg(quota.perHour));
    QString text = parts.isEmpty() ? QString() : tr("The service takes %1.").arg(parts.join(QStringLiteral(", ")));
    const auto wait = m_gate ? m_gate->timeFor(m_action->name, std::max<qsizetype>(1, m_run->ready())) : std::nullopt;
    const auto seconds = std::chrono::ceil<std::chrono::seconds>(wait.value_or(std::chrono::milliseconds(0))).count();
    if (seconds > 0)
        text += u' ' + tr("The last one goes out in %1 s.").arg(seconds);
    m_pace->setText(text.trimmed());
    m_pace->setVisible(!text.isEmpty());
}

void ActionSheet::updateButton()
{
    if (m_action == nullptr)
        return;
    const bool hasComment = !m_comment->text().trimmed().isEmpty();
    const qsizetype ready = m_known ? m_run->ready() : 0;
    QString reason = whyNot(m_gate, m_action->name);
    if (reason.isEmpty() && !hasComment)
        reason = tr("A comment is required");
    else if (reason.isEmpty() && m_tenant->text().trimmed() != nameToConfirm())
        reason = tr("The tenant's name has to be typed");
    else if (reason.isEmpty() && !m_fields->problem().isEmpty())
        reason = m_fields->problem();
    else if (reason.isEmpty() && (isRunning() || m_done))
        reason = tr("It was sent");
    else if (reason.isEmpty() && ready == 0)
        reason = m_known ? tr("A check refuses it") : tr("Looking …");
    allow(m_send, {}, reason);
    const qsizetype all = m_run->sheets().size();
    const QString text = sendText(*m_action, m_request);
    m_send->setText(all > 1 && m_known ? tr("%1 (%2 of %3)").arg(text).arg(ready).arg(all) : text);
}

void ActionSheet::send()
{
    if (!m_send->isEnabled() || m_gate == nullptr)
        return;
    m_pause->stop();
    m_comment->setEnabled(false);
    m_tenant->setEnabled(false);
    m_fields->setEnabled(false);
    m_cancel->setText(tr("Close"));
    addTrail(tr("asked for; written to the audit log first"), nullptr);
    m_run->start();
    updateButton();
}

void ActionSheet::addTrail(const QString &text, const char *look)
{
    m_trailTitle->show();
    QLabel *line = wrapped(
        QString(QDateTime::currentDateTimeUtc().toString(QStringLiteral("HH:mm:ss")) % u' ' % visibleText(text, 600)),
        look);
    line->setFont(monoFont());
    m_trail->addWidget(line);
}

void ActionSheet::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT closed();
    else
        Pane::keyPressEvent(event);
}

} // namespace watchdesk::ui
