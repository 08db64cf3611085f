// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/actionsheet.h"

#include "app/base/safetext.h"
#include "app/response/gate.h"
#include "ui/widgets/inspector.h"
#include "ui/widgets/tokens.h"

#include <QAbstractTextDocumentLayout>
#include <QComboBox>
#include <QDateTime>
#include <QHBoxLayout>
#include <QJsonDocument>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace watchdesk::ui {

namespace {

constexpr int kSide = 10;

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
    buildCommentPart(layout);
    layout->addStretch(1);
    scroll->setWidget(ground);
    setContent(scroll);
    QToolButton *close = addButton(QStringLiteral("close"), tr("Close the sheet without sending"));
    connect(close, &QToolButton::clicked, this, &ActionSheet::closed);
    m_pause = new QTimer(this);
    m_pause->setSingleShot(true);
    m_pause->setInterval(200);
    connect(m_pause, &QTimer::timeout, this, &ActionSheet::askForDryRun);
}

void ActionSheet::buildHeadPart(QVBoxLayout *layout)
{
    m_consequence = wrapped({});
    layout->addWidget(m_consequence);
    m_facts = new QVBoxLayout;
    m_facts->setSpacing(3);
    layout->addLayout(m_facts);
    layout->addSpacing(4);
    layout->addWidget(sectionLabel(tr("Blast radius")));
    m_checks = new QVBoxLayout;
    m_checks->setSpacing(5);
    layout->addLayout(m_checks);
}

void ActionSheet::buildRequestPart(QVBoxLayout *layout)
{
    m_typePart = new QWidget;
    auto *typeRow = new QHBoxLayout(m_typePart);
    typeRow->setContentsMargins(0, 4, 0, 0);
    QLabel *typeLabel = plainLabel(tr("Isolation type"), "muted");
    m_type = new QComboBox;
    m_type->addItem(tr("Full"), QStringLiteral("Full"));
    m_type->addItem(tr("Selective"), QStringLiteral("Selective"));
    m_type->setAccessibleName(typeLabel->text());
    typeLabel->setBuddy(m_type);
    typeRow->addWidget(typeLabel);
    typeRow->addWidget(m_type, 1);
    layout->addWidget(m_typePart);
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
    layout->addSpacing(4);
    layout->addWidget(sectionLabel(tr("Undo")));
    m_undo = wrapped({});
    layout->addWidget(m_undo);
    connect(m_type, &QComboBox::currentIndexChanged, this, [this] {
        if (!m_typePart->isHidden())
            m_request.parameters.insert(QStringLiteral("IsolationType"), m_type->currentData().toString());
        askForDryRun();
    });
}

void ActionSheet::buildCommentPart(QVBoxLayout *layout)
{
    layout->addSpacing(4);
    layout->addWidget(sectionLabel(tr("Comment (required)")));
    m_comment = new QLineEdit;
    m_comment->setMaxLength(1000);
    m_comment->setAccessibleName(tr("Comment, required"));
    m_comment->setPlaceholderText(tr("Ticket and reason; goes into the audit log"));
    layout->addWidget(m_comment);
    auto *buttons = new QHBoxLayout;
    m_send = new QPushButton(tr("Send"));
    m_send->setProperty("look", QStringLiteral("danger"));
    m_cancel = new QPushButton(tr("Cancel"));
    for (QPushButton *button : {m_send, m_cancel}) { // no default button: Enter sends nothing
        button->setAutoDefault(false);
        button->setDefault(false);
        buttons->addWidget(button);
    }
    buttons->addStretch(1);
    layout->addSpacing(4);
    layout->addLayout(buttons);
    layout->addSpacing(6);
    m_trailTitle = sectionLabel(tr("What happened"));
    layout->addWidget(m_trailTitle);
    m_trail = new QVBoxLayout;
    m_trail->setSpacing(4);
    layout->addLayout(m_trail);
    connect(m_comment, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_request.comment = text.trimmed();
        m_known = false;
        updateButton();
        m_pause->start();
    });
    connect(m_send, &QPushButton::clicked, this, &ActionSheet::send);
    connect(m_cancel, &QPushButton::clicked, this, &ActionSheet::closed);
}

void ActionSheet::open(response::Gate *gate, const response::ActionRequest &request)
{
    connectGate(gate);
    m_request = request;
    m_known = m_running = m_done = false;
    m_lastState.clear();
    setTitle(tr("Looking …"));
    m_consequence->clear();
    m_code->clear();
    m_undo->clear();
    emptyLayout(m_facts);
    emptyLayout(m_checks);
    emptyLayout(m_trail);
    m_trailTitle->hide();
    const QString type = m_request.parameters.value(QStringLiteral("IsolationType")).toString();
    m_typePart->setVisible(!type.isEmpty());
    m_type->setCurrentIndex(std::max(0, m_type->findData(type)));
    m_comment->setEnabled(true);
    m_type->setEnabled(true);
    m_comment->setText(request.comment);
    m_send->setText(tr("Send"));
    m_cancel->setText(tr("Cancel"));
    updateButton();
    askForDryRun();
    m_comment->setFocus();
}

void ActionSheet::connectGate(response::Gate *gate)
{
    if (m_gate != nullptr)
        m_gate->disconnect(this);
    m_gate = gate;
    if (gate != nullptr)
        connect(gate, &response::Gate::stateChanged, this, [this](const response::MachineAction &action) {
            if (m_running && action.deviceId == m_request.deviceId)
                showState(action);
        });
}

void ActionSheet::askForDryRun()
{
    if (m_gate == nullptr || m_running || m_done)
        return;
    const int asked = ++m_asked;
    m_gate->dryRunLater(m_request).then(this, [this, asked](const Result<response::DryRun> &dryRun) {
        if (asked != m_asked || m_running)
            return;
        if (dryRun)
            show(*dryRun);
        else
            setNotice(dryRun.error().message);
    });
}

void ActionSheet::show(const response::DryRun &dryRun)
{
    m_dryRun = dryRun;
    m_known = true;
    setNotice({});
    setTitle(visibleText(dryRun.title, 120));
    m_consequence->setText(visibleText(dryRun.consequence, 600));
    showChecks(dryRun.checks);
    m_code->setPlainText(requestText(dryRun));
    m_undo->setText(visibleText(dryRun.undoText, 600));
    m_send->setText(m_request.action == u"isolate"   ? tr("Isolate device")
                    : m_request.action == u"release" ? tr("Release device")
                                                     : tr("Send"));
    updateButton();
}

void ActionSheet::showChecks(const QList<response::Check> &checks)
{
    emptyLayout(m_checks);
    for (const response::Check &check : checks) {
        const bool fine = check.outcome == response::Check::Outcome::Ok;
        if (check.name == u"comment" || (check.name == u"action" && fine))
            continue; // the comment field says it itself; that the action is known goes without saying
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
        line->addWidget(wrapped(visibleText(check.text, 400), refuses ? "bad" : nullptr), 1);
        m_checks->addWidget(row);
    }
}

void ActionSheet::updateButton()
{
    const bool refused =
        std::any_of(m_dryRun.checks.cbegin(), m_dryRun.checks.cend(), [](const response::Check &check) {
            return check.outcome == response::Check::Outcome::Refusal && check.name != u"comment";
        });
    const QStringList lacking = m_gate ? m_gate->lacking(m_request.action) : QStringList();
    const bool ready =
        !m_running && !m_done && m_known && !refused && lacking.isEmpty() && !m_request.comment.isEmpty();
    m_send->setEnabled(ready);
    m_send->setToolTip(!lacking.isEmpty()
                           ? tr("The sign-in lacks the permission %1.").arg(lacking.join(tr(" or ", "permissions")))
                       : m_request.comment.isEmpty() && !ready ? tr("A comment is required")
                                                               : QString());
}

void ActionSheet::send()
{
    if (!m_send->isEnabled() || m_gate == nullptr)
        return;
    m_running = true;
    m_comment->setEnabled(false);
    m_type->setEnabled(false);
    m_cancel->setText(tr("Close"));
    updateButton();
    addTrail(tr("asked for; written to the audit log first"), nullptr);
    Q_EMIT sent(m_request.deviceId);
    const int asked = ++m_asked;
    m_gate->run(m_request).then(this, [this, asked](const Result<response::MachineAction> &action) {
        if (asked != m_asked)
            return;
        m_running = false;
        m_done = true;
        if (action)
            showState(*action);
        else
            addTrail(action.error().message, "bad");
        updateButton();
    });
}

void ActionSheet::showState(const response::MachineAction &action)
{
    if (action.status == m_lastState)
        return;
    m_lastState = action.status;
    const char *look = action.succeeded() ? "good" : action.isFinal() ? "bad" : "warn";
    addTrail(QString(stateGlyph(action.status) % u' ' % action.type % QStringLiteral(": ") % action.status), look);
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
