// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

// join and lookup. The default kind, innerunique, keeps one left row a key.

#include "app/kql/bind/constructs.h"
#include "app/kql/bind/scalars.h"

#include <QCoreApplication>

namespace watchdesk::kql {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("watchdesk::kql::Join", text); }

const QStringList &kinds()
{
    static const QStringList all =
        QStringLiteral(
            "inner fullouter innerunique leftanti leftantisemi anti leftouter leftsemi rightanti rightantisemi rightouter "
            "rightsemi")
            .split(u' ');
    return all;
}

class Join
{
public:
    Join(Binder &binder, const Node &node, RelationPointer left)
        : m_binder(binder)
        , m_node(node)
        , m_lookup(node.text == u"lookup")
        , m_left(std::move(left))
    {
    }

    RelationPointer bind()
    {
        readKind();
        m_right = m_node.children.empty() ? m_binder.unknown() : m_binder.relation(m_node.child(0));
        const Node *on = m_node.part(u"on");
        if (!on || on->children.empty())
            m_binder.error("KS005", tr("Expected: %1").arg(u"on"), {m_node.span.end, m_node.span.end});
        else
            for (const auto &condition : on->children)
                readCondition(*condition);
        if (m_left->isUnknown() || m_right->isUnknown() || m_broken)
            return broken();
        return made();
    }

private:
    void readKind()
    {
        m_kind = m_lookup ? QStringLiteral("leftouter") : QStringLiteral("innerunique");
        const Node *option = m_node.part(u"kind");
        if (!option)
            return;
        m_kind = option->names.value(0);
        if (!kinds().contains(m_kind)) {
            m_binder.error("KS005", tr("Expected one of: %1").arg(kinds().join(QStringLiteral(", "))),
                           {option->span.end - int(m_kind.size()), option->span.end});
            m_kind = QStringLiteral("inner");
        }
    }

    /// a, or $left.a == $right.b; "and" joins several.
    void readCondition(const Node &condition)
    {
        if (condition.is(NodeKind::And)) {
            for (const auto &part : condition.children)
                readCondition(*part);
            return;
        }
        if (condition.is(NodeKind::Binary) && condition.text == u"==") {
            const Node &a = condition.child(0);
            const Node &b = condition.child(1);
            const bool swapped = sideOf(a) == u"$right" && sideOf(b) != u"$right";
            addKey(indexOf(swapped ? b : a, m_left), indexOf(swapped ? a : b, m_right));
            return;
        }
        if (!condition.is(NodeKind::Name) && !condition.is(NodeKind::Missing)) {
            m_binder.error("KS182", tr("The join condition must name a column of both sides or compare two."),
                           condition.span);
            m_broken = true;
            return;
        }
        const int left = indexOf(condition, m_left);
        const int right = indexOf(condition, m_right);
        if (left >= 0 && right >= 0)
            checkCommon(condition, m_left->columns[size_t(left)], m_right->columns[size_t(right)]);
        addKey(left, right);
    }

    /// Integers of two sizes may be compared but are no common column.
    void checkCommon(const Node &condition, const BoundColumn &a, const BoundColumn &b)
    {
        if (a.known && b.known && a.type != b.type)
            m_binder.error("KS227",
                           tr("The common column '%1' must have the same type on both sides of the join.").arg(a.name),
                           condition.span);
    }

    static QString sideOf(const Node &node)
    {
        const bool path = node.is(NodeKind::Member) && node.child(0).is(NodeKind::Name);
        return path ? node.child(0).text : QString();
    }

    int indexOf(const Node &node, const RelationPointer &side)
    {
        const QString of = sideOf(node);
        const bool sided = of == u"$left" || of == u"$right";
        if (!sided && !node.is(NodeKind::Name)) {
            if (!node.is(NodeKind::Missing))
                m_binder.error("KS109", tr("Column name expected."), node.span);
            return -1;
        }
        const int index = side->indexOf(node.text);
        if (index < 0 && side->open) {
            m_binder.infer(*side, node.text, node.nameSpan);
            return side->indexOf(node.text);
        }
        if (index < 0 && !side->isUnknown()) {
            Binder::Inside inside(m_binder, side);
            m_binder.unknownName(node.text, node.nameSpan);
        }
        return index;
    }

    void addKey(int left, int right)
    {
        if (left < 0 || right < 0) {
            m_broken = true;
            return;
        }
        const auto &a = m_left->columns[size_t(left)];
        const auto &b = m_right->columns[size_t(right)];
        const bool same = a.type == b.type || (isInteger(a.type) && isInteger(b.type)) || !a.known || !b.known;
        if (!same && a.type != ColumnType::Dynamic && b.type != ColumnType::Dynamic)
            m_binder.error(
                "KS242", tr("Inconsistent data types for join keys: (%1, %2)").arg(typeName(a.type), typeName(b.type)),
                {0, 0});
        else if (a.known && b.known && (a.type == ColumnType::Dynamic) != (b.type == ColumnType::Dynamic))
            m_binder.refuse(tr("Joining dynamic with %1 is not supported.")
                                .arg(typeName(a.type == ColumnType::Dynamic ? b.type : a.type)),
                            m_node.nameSpan);
        m_keys.emplace_back(left, right);
    }

    /// The columns that would come out, known or not.
    RelationPointer broken()
    {
        Relation unknown;
        addSide(unknown, m_left, 0, false);
        addSide(unknown, m_right, 1, false);
        const bool absent =
            (m_left->isAbsent() || !m_left->isUnknown()) && (m_right->isAbsent() || !m_right->isUnknown());
        unknown.open = absent && !m_broken;
        for (auto &column : unknown.columns)
            column.known = column.known && unknown.open;
        unknown.kind = m_left->isUnknown() || m_right->isUnknown() ? Relation::Kind::Unknown : Relation::Kind::Select;
        unknown.scalars.assign(unknown.columns.size(), brokenScalar());
        unknown.inputs = {m_left};
        return m_binder.made(std::move(unknown));
    }

    /// A side's columns; where the other side may have no row, a string is filled up.
    void addSide(Relation &join, const RelationPointer &side, int number, bool mayMiss)
    {
        ColumnNames names(m_binder);
        for (const auto &column : join.columns)
            names.unique(column.name);
        // A right column's new name must not meet one that comes later.
        QSet<QString> all;
        for (const auto &column : side->columns)
            all.insert(column.name);
        for (size_t i = 0; i < side->columns.size(); ++i) {
            const auto &column = side->columns[i];
            if (column.hidden || (number == 1 && m_lookup && isRightKey(int(i))))
                continue;
            join.columns.push_back({freeName(join, all, column.name, number), column.type, column.known});
            Scalar source;
            source.kind = Scalar::Kind::Call;
            source.type = column.type;
            const QString place = (number == 0 ? QStringLiteral("l.c") : QStringLiteral("r.c")) + QString::number(i);
            source.sql = mayMiss && column.type == ColumnType::String
                             ? QString(QStringLiteral("coalesce(") + place + QStringLiteral(", '')"))
                             : place;
            join.scalars.push_back(std::make_shared<const Scalar>(std::move(source)));
        }
    }

    static QString freeName(const Relation &join, const QSet<QString> &later, const QString &name, int side)
    {
        if (side == 0)
            return name;
        QString free = name;
        for (int i = 1; join.indexOf(free) >= 0 || (free != name && later.contains(free)); ++i)
            free = name + QString::number(i);
        return free;
    }

    bool isRightKey(int column) const
    {
        for (const auto &key : m_keys) {
            if (key.second == column)
                return true;
        }
        return false;
    }

    RelationPointer made()
    {
        static const QHash<QString, QString> sql{
            {QStringLiteral("innerunique"), QStringLiteral("UNIQUE")},
            {QStringLiteral("inner"), QStringLiteral("INNER")},
            {QStringLiteral("leftouter"), QStringLiteral("LEFT")},
            {QStringLiteral("rightouter"), QStringLiteral("RIGHT")},
            {QStringLiteral("fullouter"), QStringLiteral("FULL")},
            {QStringLiteral("leftsemi"), QStringLiteral("SEMI")},
            {QStringLiteral("rightsemi"), QStringLiteral("SEMI")},
        };
        Relation join;
        join.kind = Relation::Kind::Join;
        join.name = sql.value(m_kind, QStringLiteral("ANTI"));
        const bool swapped = m_kind.startsWith(u"rightsemi") || m_kind.startsWith(u"rightanti");
        if (swapped) {
            std::swap(m_left, m_right);
            for (auto &key : m_keys)
                std::swap(key.first, key.second);
        }
        join.inputs = {m_left, m_right};
        join.keys = m_keys;
        join.heavy = true;
        join.open = m_left->open || m_right->open;
        addSide(join, m_left, 0, m_kind == u"rightouter" || m_kind == u"fullouter");
        if (join.name != u"SEMI" && join.name != u"ANTI")
            addSide(join, m_right, 1, m_kind == u"leftouter" || m_kind == u"fullouter");
        keepGroup(join, swapped);
        return m_binder.made(std::move(join));
    }

    /// Rows of the right side alone belong to no group.
    void keepGroup(Relation &join, bool swapped)
    {
        if (m_left->group < 0 && m_right->group < 0)
            return;
        if (swapped || m_kind == u"rightouter" || m_kind == u"fullouter")
            m_binder.refuse(tr("join kind=%1 is not supported inside of a subquery.").arg(m_kind), m_node.nameSpan);
        const RelationPointer &grouped = m_left->group >= 0 ? m_left : m_right;
        Scalar source;
        source.kind = Scalar::Kind::Call;
        source.type = grouped->columns[size_t(grouped->group)].type;
        source.sql =
            (grouped == m_left ? QStringLiteral("l.c") : QStringLiteral("r.c")) + QString::number(grouped->group);
        join.group = int(join.columns.size());
        join.columns.push_back({QStringLiteral("group"), source.type, true, true});
        join.scalars.push_back(std::make_shared<const Scalar>(std::move(source)));
    }

    Binder &m_binder;
    const Node &m_node;
    bool m_lookup;
    bool m_broken = false;
    QString m_kind;
    RelationPointer m_left;
    RelationPointer m_right;
    std::vector<std::pair<int, int>> m_keys;
};

} // namespace

RelationPointer bindJoin(Binder &binder, const Node &node, const RelationPointer &input)
{
    return Join(binder, node, input).bind();
}

} // namespace watchdesk::kql
