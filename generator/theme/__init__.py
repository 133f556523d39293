"""The look of the site: MkDocs custom_dir over Material."""
