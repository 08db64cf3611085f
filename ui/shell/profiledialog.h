// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/session/connectiontest.h"
#include "app/session/profile.h"

#include <QDialog>

#include <functional>
#include <memory>

class QBoxLayout;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace watchdesk::session {
class ProfileSignIn;
}

namespace watchdesk::ui {

/// Edits the saved profiles: cloud, addresses, who signs in and how, proxy and certificate authorities; signs a person
/// in; and tries the connection step by step, with what is wrong in plain words.
///
/// A secret goes into the keychain when the profile is saved, or into the program's memory where there is none, which
/// is said. The dialog never shows one. GUI thread; owned by the window.
class ProfileDialog : public QDialog
{
    Q_OBJECT

public:
    explicit ProfileDialog(QWidget *parent = nullptr);
    ~ProfileDialog() override;

    /// Shows a saved profile; "" = an empty one.
    void showProfile(const QString &name);
    /// What the fields say.
    session::Profile edited() const;
    bool isTesting() const { return m_test != nullptr; }

public Q_SLOTS:
    void testConnection();
    void saveProfile();

Q_SIGNALS:
    void openWanted(const QString &profile);

private:
    void buildChoice(QBoxLayout *layout);
    void buildForm(QBoxLayout *layout);
    void buildIdentity(QFormLayout *form);
    void buildAddresses(QFormLayout *form);
    void buildResult(QBoxLayout *layout);
    void buildButtons(QBoxLayout *layout);
    QLineEdit *line(QFormLayout *form, const QString &label, const QString &hint = {});
    void fillNames(const QString &chosen);
    void showCloud();
    void showSignIn();
    void chooseFile(QLineEdit *target);
    void loadCertificate();
    void signIn();
    void removeShown();
    void openShown();
    void withSecret(std::function<void(const QString &secret)> next);
    void beginTest(const QString &secret);
    void showStep(const session::TestStep &step);
    void say(const QString &text, const char *look);
    void clearSteps();

    std::unique_ptr<session::ConnectionTest> m_test;
    std::unique_ptr<session::ProfileSignIn> m_signIn;
    QString m_certificate; ///< PEM that was chosen and is not saved yet

    QComboBox *m_names = nullptr;
    QLineEdit *m_name = nullptr;
    QComboBox *m_cloud = nullptr;
    QComboBox *m_region = nullptr;
    QLineEdit *m_tenantId = nullptr;
    QLineEdit *m_clientId = nullptr;
    QComboBox *m_colour = nullptr;
    QComboBox *m_way = nullptr;
    QLabel *m_secretLabel = nullptr;
    QLineEdit *m_secret = nullptr;
    QPushButton *m_proofButton = nullptr; ///< the certificate's file, or the sign-in
    QLineEdit *m_apiUrl = nullptr;
    QLineEdit *m_authority = nullptr;
    QLineEdit *m_graphUrl = nullptr;
    QLineEdit *m_audience = nullptr;
    QLineEdit *m_kustoUrl = nullptr;
    QLineEdit *m_kustoDatabase = nullptr;
    QLineEdit *m_proxy = nullptr;
    QLineEdit *m_caFile = nullptr;
    QVBoxLayout *m_steps = nullptr;
    QPushButton *m_testButton = nullptr;
    QPushButton *m_openButton = nullptr;
};

} // namespace watchdesk::ui
