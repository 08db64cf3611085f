// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/story/processtree.h"

#include "app/story/processstarts.h"
#include "app/story/treebuilder.h"
#include "app/story/treedetails.h"

#include <QCoreApplication>

namespace watchdesk::story {

Result<ProcessTree> processTree(store::Store &store, const ProcessKey &process, const ProcessTreeLimits &limits)
{
    const auto starts = ProcessStarts::load(store, process.deviceId);
    if (!starts)
        return failure(starts.error());
    TreeBuilder builder(*starts, process.deviceId, limits);
    std::vector<qint64> rows;
    ProcessTree tree = builder.build(process, &rows);
    TreeDetails details(store, tree, limits);
    Result<void> done = details.names(rows, builder.witnesses());
    if (done)
        done = details.counts();
    if (done)
        done = details.peers();
    if (done)
        done = details.alerts();
    if (!done)
        return failure(done.error());
    if (!details.isFocusKnown())
        return failure(Error::Kind::NotFound,
                       QCoreApplication::translate("Story", "Nothing is held of process %1 on this device")
                           .arg(process.processId));
    return tree;
}

} // namespace watchdesk::story
