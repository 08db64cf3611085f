// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFrame>

class QLabel;

namespace watchdesk::ui {

/// A small note over a view: a title in the data font, of which a stretch may stand out, and a text. Plain text only,
/// as what it quotes may come from anywhere. It takes no focus and no clicks.
///
/// A child of the window of the widget it was made for, so that it is never lost behind it; GUI thread.
class TextTip : public QFrame
{
    Q_OBJECT
public:
    explicit TextTip(QWidget *over);

    /// `stretch` is the part of the title to stand out: [from, to).
    void show(const QString &title, const QString &text, std::pair<int, int> stretch = {});
    /// Moves it above (or below, where there is no room) the rectangle, which counts in `over`'s coordinates.
    void placeAt(const QRect &rectangle, bool above);

private:
    void adopt();

    QWidget *m_over;
    QLabel *m_before;
    QLabel *m_stretch;
    QLabel *m_after;
    QLabel *m_text;
};

} // namespace watchdesk::ui
