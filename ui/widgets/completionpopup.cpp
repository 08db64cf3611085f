// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/completionpopup.h"

#include "app/base/safetext.h"
#include "ui/widgets/tokens.h"

#include <QAbstractListModel>
#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QPainter>
#include <QStyledItemDelegate>

namespace watchdesk::ui {

namespace {

using Kind = kql::CompletionItem::Kind;

const int kRows = 10;
const int kRowHeight = 22;
const int kListWidth = 330;
const int kAboutWidth = 250;

/// A letter for the kind; the word beside it says the same.
QString glyphOf(Kind kind)
{
    static const QStringList glyphs{QStringLiteral("▤"),  QStringLiteral("▦"), QStringLiteral("x"), QStringLiteral("ƒ"),
                                    QStringLiteral("Σ"),  QStringLiteral("❘"), QStringLiteral("a"), QStringLiteral("="),
                                    QStringLiteral("\""), QStringLiteral("t")};
    return glyphs.value(int(kind));
}

/// The kind in words, and what is known of the item.
QString aboutText(const kql::CompletionItem &item)
{
    static const QStringList kinds{CompletionPopup::tr("Column of this stage"), CompletionPopup::tr("Table"),
                                   CompletionPopup::tr("Name of this query"),   CompletionPopup::tr("Function"),
                                   CompletionPopup::tr("Aggregate function"),   CompletionPopup::tr("Operator"),
                                   CompletionPopup::tr("Word of the language"), CompletionPopup::tr("Option"),
                                   CompletionPopup::tr("Value that was seen"),  CompletionPopup::tr("Type")};
    QString text = kinds.value(int(item.kind));
    for (const QString &part : item.detail.split(QStringLiteral(" · "), Qt::SkipEmptyParts))
        text += u'\n' + visibleText(part, 300);
    return text;
}

/// What stands at the right: of a column its type, else the kind.
QString noteOf(const kql::CompletionItem &item)
{
    if (item.kind == Kind::Column)
        return item.detail.section(QStringLiteral(" · "), 0, 0);
    return kql::kindName(item.kind);
}

QColor colourOf(Kind kind)
{
    const Tokens &t = tokens();
    switch (kind) {
    case Kind::Table:
        return t.me;
    case Kind::Function:
    case Kind::Aggregate:
        return t.ac;
    case Kind::Operator:
    case Kind::Keyword:
    case Kind::Option:
        return t.ex;
    case Kind::Value:
        return t.ok;
    default:
        return t.mu;
    }
}

} // namespace

/// The items of one completion.
class CompletionModel : public QAbstractListModel
{
    Q_OBJECT
public:
    using QAbstractListModel::QAbstractListModel;

    void setItems(const QList<kql::CompletionItem> &items, const QString &typed)
    {
        beginResetModel();
        m_items = items;
        m_typed = typed;
        endResetModel();
    }
    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(m_items.size()); }
    QVariant data(const QModelIndex &index, int role) const override
    {
        if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
            return {};
        return visibleText(m_items[index.row()].label, 120);
    }
    const kql::CompletionItem &item(int row) const { return m_items[row]; }
    const QString &typed() const { return m_typed; }

private:
    QList<kql::CompletionItem> m_items;
    QString m_typed;
};

namespace {

/// Glyph, label with what was typed standing out, note at the right.
class CompletionDelegate : public QStyledItemDelegate
{
public:
    CompletionDelegate(CompletionModel *model, QObject *parent)
        : QStyledItemDelegate(parent)
        , m_model(model)
    {
    }

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override { return {100, kRowHeight}; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Tokens &t = tokens();
        const kql::CompletionItem &item = m_model->item(index.row());
        painter->save();
        if (option.state & QStyle::State_Selected)
            painter->fillRect(option.rect, t.acbg);
        painter->setFont(monoFont(11.5));
        const QRect inner = option.rect.adjusted(8, 0, -8, 0);
        painter->setPen(colourOf(item.kind));
        painter->drawText(inner, Qt::AlignLeft | Qt::AlignVCenter, glyphOf(item.kind));
        const QString note = noteOf(item);
        const int noteWidth = painter->fontMetrics().horizontalAdvance(note);
        painter->setPen(t.mu);
        painter->drawText(inner, Qt::AlignRight | Qt::AlignVCenter, note);
        paintLabel(painter, inner.adjusted(22, 0, -noteWidth - 10, 0), visibleText(item.label, 120));
        painter->restore();
    }

private:
    void paintLabel(QPainter *painter, QRect rect, const QString &label) const
    {
        const bool begins = label.startsWith(m_model->typed(), Qt::CaseInsensitive);
        const QString typed = begins ? label.left(m_model->typed().size()) : QString();
        painter->setPen(tokens().ac);
        painter->setFont(monoFont(11.5, QFont::Bold));
        painter->drawText(rect, Qt::AlignLeft | Qt::AlignVCenter, typed);
        rect.setLeft(rect.left() + painter->fontMetrics().horizontalAdvance(typed));
        painter->setPen(tokens().tx);
        painter->setFont(monoFont(11.5));
        painter->drawText(rect, Qt::AlignLeft | Qt::AlignVCenter,
                          painter->fontMetrics().elidedText(label.mid(typed.size()), Qt::ElideRight, rect.width()));
    }

    CompletionModel *m_model;
};

} // namespace

CompletionPopup::CompletionPopup(QWidget *editor)
    : QFrame(editor)
    , m_editor(editor)
    , m_model(new CompletionModel(this))
    , m_list(new QListView)
    , m_about(new QLabel)
{
    hide();
    setFocusPolicy(Qt::NoFocus);
    setAutoFillBackground(true);
    setFrameShape(QFrame::StyledPanel);
    setProperty("look", QStringLiteral("raised"));
    setAccessibleName(tr("Completions"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new CompletionDelegate(m_model, m_list));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setFixedWidth(kListWidth);
    m_about->setTextFormat(Qt::PlainText);
    m_about->setWordWrap(true);
    m_about->setFixedWidth(kAboutWidth);
    m_about->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_about->setContentsMargins(10, 6, 10, 6);
    m_about->setFont(uiFont(11.5));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(1, 1, 1, 1);
    layout->setSpacing(0);
    layout->addWidget(m_list);
    layout->addWidget(m_about);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &CompletionPopup::describe);
    connect(m_list, &QListView::clicked, this, &CompletionPopup::accepted);
}

void CompletionPopup::offer(const kql::Completion &completion, const QString &typed, const QRect &caret)
{
    if (completion.items.isEmpty())
        return hide();
    m_completion = completion;
    m_model->setItems(completion.items, typed);
    m_list->setFixedHeight(kRowHeight * qMin(kRows, int(completion.items.size())) + 2);
    m_list->setCurrentIndex(m_model->index(0));
    describe();
    place(caret);
    show();
    raise();
}

void CompletionPopup::place(const QRect &caret)
{
    QWidget *window = m_editor->window();
    if (parentWidget() != window)
        setParent(window);
    adjustSize();
    const QPoint below = m_editor->mapTo(window, caret.bottomLeft()) + QPoint(-30, 4);
    const bool fits = below.y() + height() <= window->height();
    const int above = m_editor->mapTo(window, caret.topLeft()).y() - height() - 4;
    QFrame::move(qBound(0, below.x(), qMax(0, window->width() - width())), fits ? below.y() : qMax(0, above));
}

void CompletionPopup::describe()
{
    const kql::CompletionItem *item = chosen();
    QPalette palette = m_about->palette();
    palette.setColor(QPalette::WindowText, tokens().mu);
    m_about->setPalette(palette);
    m_about->setText(item ? aboutText(*item) : QString());
}

bool CompletionPopup::move(int key)
{
    const int rows = m_model->rowCount();
    const int row = m_list->currentIndex().row();
    int next = row;
    switch (key) {
    case Qt::Key_Down:
        next = (row + 1) % rows;
        break;
    case Qt::Key_Up:
        next = (row + rows - 1) % rows;
        break;
    case Qt::Key_PageDown:
        next = qMin(rows - 1, row + kRows);
        break;
    case Qt::Key_PageUp:
        next = qMax(0, row - kRows);
        break;
    default:
        return false;
    }
    m_list->setCurrentIndex(m_model->index(next));
    return true;
}

const kql::CompletionItem *CompletionPopup::chosen() const
{
    const QModelIndex index = m_list->currentIndex();
    return index.isValid() ? &m_model->item(index.row()) : nullptr;
}

void CompletionPopup::hideEvent(QHideEvent *event)
{
    QFrame::hideEvent(event);
    m_editor->update();
}

} // namespace watchdesk::ui

#include "completionpopup.moc"
