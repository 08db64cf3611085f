// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/kql/bind/bound.h"

#include <QString>
#include <QStringList>

#include <algorithm>
#include <map>
#include <vector>

namespace watchdesk::kql {

/// A step of scan, bound over the row that ScanStates::row describes.
struct ScanStep
{
    enum class Output { All, Last, None };

    QString name;
    Output output = Output::All;
    ScalarPointer condition;
    std::map<int, ScalarPointer> assigned; ///< by the place of the column in the row
};

/// What a step looks at: the columns of the input, the declared ones (as defaults), and all of them once more for the
/// state of each step, hidden.
struct ScanRow
{
    RelationPointer row;
    int inputs = 0;                      ///< columns of the input
    std::vector<ScalarPointer> defaults; ///< of the declared columns, which follow them
    std::vector<int> overwritten = {};   ///< columns of the input that a step assigns

    int width() const { return inputs + int(defaults.size()); }
    /// Where steps write: the declared columns, then those of the input.
    std::vector<int> written() const
    {
        std::vector<int> places;
        for (int i = inputs; i < width(); ++i)
            places.push_back(i);
        places.insert(places.end(), overwritten.begin(), overwritten.end());
        return places;
    }
    /// Which of written() a column is, or -1.
    int writtenAt(int column) const
    {
        if (column >= inputs)
            return column - inputs;
        const auto found = std::find(overwritten.begin(), overwritten.end(), column);
        return found == overwritten.end() ? -1 : int(defaults.size()) + int(found - overwritten.begin());
    }
};

/// The SQL of scan: a recursive CTE that takes one more row of each group at a time through all steps, from the last to
/// the first, each step with a state of its own. The rules, and the words, are those of
/// https://learn.microsoft.com/kusto/query/scan-operator#scan-logic
class ScanStates
{
public:
    ScanStates(ScanRow row, std::vector<ScanStep> steps, int number, int group);

    /// A SELECT over #0, the rows with their numbers: the number, the step, the match, the written columns, the group.
    QString sql();
    const std::vector<ScalarPointer> &scalars() const { return m_scalars; }

private:
    struct StepColumns
    {
        int active = 0;
        int match = 0;
        std::map<std::pair<int, int>, int> state; ///< step and column of the row → where the state has it
        int hit = 0;
        int fresh = 0;
        std::vector<int> values; ///< of the written columns
    };

    void collectUsed(const Scalar &scalar);
    void layOut();
    int add(const QString &type, const QString &first);
    int stateColumn(size_t owner, int step, int column);
    QString start() const;
    QString layered(QString sql);
    QString stepped(size_t step, const QString &sql);
    QString promoted(size_t step);
    QString results();
    QString put(const ScalarPointer &scalar);
    ScalarPointer seenFrom(const ScalarPointer &scalar, int step, int stateOf) const;
    ScalarPointer columnSeen(const Scalar &column, int step, int stateOf) const;
    ScalarPointer empty(int column) const;
    static QString chosen(const QStringList &ofSteps);

    ScanRow m_row;
    std::vector<ScanStep> m_steps;
    int m_number;
    int m_group;
    std::map<int, int> m_inputs; ///< column of the input → where the CTE has it
    std::vector<StepColumns> m_columns;
    std::map<std::pair<int, int>, bool> m_used; ///< step and column
    QStringList m_types;
    QStringList m_first;
    int m_place = 0;
    int m_groupPlace = 0;
    int m_matches = 0;
    std::vector<ScalarPointer> m_scalars;
};

} // namespace watchdesk::kql
