// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/kql/services/folding.h"

#include <QList>

class QPlainTextEdit;

namespace watchdesk::ui {

/// Hides and shows lines of a plain text editor. What is folded is what the document's blocks say, so that nothing goes
/// stale when lines come and go. GUI thread; owned by the editor.
class BlockFolds
{
public:
    explicit BlockFolds(QPlainTextEdit *editor)
        : m_editor(editor)
    {
    }

    void setRanges(const QList<kql::FoldRange> &ranges);
    bool begins(int line) const { return rangeAt(line) != nullptr; }
    bool isFolded(int line) const;
    void toggle(int line);
    /// The innermost range around the line.
    void toggleAround(int line);
    /// Shows the line if it is hidden.
    void reveal(int line);

private:
    const kql::FoldRange *rangeAt(int line) const;
    void setHidden(const kql::FoldRange &range, bool hidden);

    QPlainTextEdit *m_editor;
    QList<kql::FoldRange> m_ranges;
};

} // namespace watchdesk::ui
