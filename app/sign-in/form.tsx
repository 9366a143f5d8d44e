"use client";

import { useRouter } from "next/navigation";
import { PasswordField, TextField } from "#ui/form/fields.tsx";
import { Form } from "#ui/form/form.tsx";
import { useActionForm } from "#ui/form/use-action-form.ts";
import { signInWithPassword } from "./actions.ts";
import { signInForm } from "./sign-in-form.ts";

export function SignInForm() {
  const router = useRouter();
  const form = useActionForm({
    schema: signInForm,
    defaultValues: { email: "", password: "" },
    run: signInWithPassword,
    done: () => {
      router.replace("/");
      router.refresh();
    },
  });
  return (
    <Form submit={form.submit} problem={form.problem} isBusy={form.isBusy} action="Sign in" label="Sign in">
      <TextField control={form.control} name="email" label="E-mail" type="email" autoComplete="username" />
      <PasswordField
        control={form.control}
        name="password"
        label="Password"
        autoComplete="current-password"
      />
    </Form>
  );
}
